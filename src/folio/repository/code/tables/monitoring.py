"""Signals in other languages than Python."""

from __future__ import annotations

from folio.repository.code.languages.table import by_family

SIGNALS = by_family(
    {
        "c": {
            "spdlog": {"structured logging": "spdlog.info spdlog.error spdlog.warn spdlog.set_pattern spdlog.get"},
            "glog": {"structured logging": "LOG google.InitGoogleLogging"},
            "prometheus": {"metrics": "BuildCounter BuildGauge BuildHistogram Exposer"},
            "opentelemetry": {"tracing": "GetTracerProvider StartSpan"},
            "sentry.h": {"error reporting": "sentry_init"},
        },
        "go": {
            "log/slog": {
                "structured logging": (
                    "slog.New slog.Info slog.Error slog.Warn slog.Debug slog.With slog.InfoContext"
                ),
            },
            "go.uber.org/zap": {"structured logging": "zap.New zap.NewProduction zap.NewDevelopment zap.L"},
            "github.com/rs/zerolog": {"structured logging": "zerolog.New log.Info log.Error zerolog.Ctx"},
            "github.com/sirupsen/logrus": {
                "structured logging": "logrus.WithFields logrus.WithField log.WithFields logrus.JSONFormatter",
            },
            "github.com/prometheus/client_golang": {
                "metrics": (
                    "prometheus.NewCounterVec prometheus.NewHistogramVec prometheus.NewGauge "
                    "prometheus.NewCounter prometheus.MustRegister promauto.NewCounter promauto.NewCounterVec "
                    "promauto.NewHistogramVec promhttp.Handler"
                ),
            },
            "go.opentelemetry.io": {
                "tracing": "otel.Tracer otel.SetTracerProvider otelhttp.NewHandler", "metrics": "otel.Meter",
            },
            "expvar": {"metrics": "expvar.NewInt expvar.Publish"},
            "net/http/pprof": {"profiling": "pprof.Index"},
            "github.com/getsentry/sentry-go": {"error reporting": "sentry.Init sentry.CaptureException"},
        },
        "java": {
            "net.logstash.logback|org.slf4j": {"structured logging": "StructuredArguments.kv MDC.put kv addKeyValue"},
            "io.micrometer": {"metrics": "Counter.builder Timer.builder MeterRegistry @Timed Gauge.builder"},
            "io.prometheus": {"metrics": "Counter.build Histogram.build Gauge.build Counter.builder"},
            "com.codahale.metrics": {"metrics": "MetricRegistry"},
            "kamon": {"metrics": "Kamon.counter Kamon.init"},
            "io.opentelemetry": {"tracing": "GlobalOpenTelemetry.getTracer @WithSpan spanBuilder"},
            "io.sentry": {"error reporting": "Sentry.init Sentry.captureException"},
            "org.springframework.boot.actuate": {"health endpoint": "HealthIndicator Health.up"},
            "org.eclipse.microprofile.health": {"health endpoint": "@Liveness @Readiness"},
        },
        "javascript": {
            "pino|pino-http": {"structured logging": "pino pinoHttp"},
            "winston": {"structured logging": "winston.createLogger createLogger"},
            "bunyan": {"structured logging": "bunyan.createLogger createLogger"},
            "prom-client|express-prom-bundle": {
                "metrics": (
                    "Counter Histogram Gauge client.Counter client.collectDefaultMetrics collectDefaultMetrics "
                    "promClient.Counter promBundle"
                ),
            },
            "@opentelemetry/api|@opentelemetry/sdk-node|@opentelemetry/sdk-trace-node": {
                "tracing": "NodeSDK trace.getTracer NodeTracerProvider", "metrics": "metrics.getMeter",
            },
            "dd-trace": {"tracing": "tracer.init"},
            "hot-shots|statsd-client": {"metrics": "StatsD"},
            "@sentry/node|@sentry/browser|@sentry/react|@sentry/nextjs|@sentry/vue": {
                "error reporting": "Sentry.init Sentry.captureException",
            },
            "@bugsnag/js": {"error reporting": "Bugsnag.start"},
            "@godaddy/terminus|@nestjs/terminus|lightship": {
                "health endpoint": "createTerminus HealthCheckService createLightship",
            },
        },
        "julia": {
            "LoggingExtras|JSONLogging|LoggingFormats": {
                "structured logging": "TransformerLogger FormatLogger TeeLogger MinLevelLogger JSON",
            },
            "Prometheus": {"metrics": "Prometheus.Counter Prometheus.Gauge Prometheus.Histogram"},
            "OpenTelemetry": {"tracing": "with_span"},
        },
        "r": {
            "logger": {"structured logging": "log_info log_warn log_error log_layout layout_json"},
            "lgr": {"structured logging": "get_logger lgr.info"},
            "log4r|rlog": {"structured logging": "logger create.logger"},
            "openmetrics": {"metrics": "counter_metric gauge_metric register_default_metrics"},
            "sentryR": {"error reporting": "configure_sentry"},
            "otel": {"tracing": "start_local_active_span start_span"},
            "vetiver": {"drift monitor": "vetiver_compute_metrics vetiver_pin_metrics"},
        },
        "rust": {
            "tracing|tracing_subscriber": {
                "structured logging": (
                    "tracing_subscriber.fmt tracing.info tracing.error tracing.warn info error warn"
                ),
                "tracing": "=instrument",
            },
            "slog": {"structured logging": "slog.info info Logger.root"},
            "metrics|prometheus|prometheus_client|metrics_exporter_prometheus": {
                "metrics": (
                    "counter histogram gauge register_counter register_int_counter IntCounter.new Registry.new "
                    "PrometheusBuilder.new register_histogram"
                ),
            },
            "opentelemetry|opentelemetry_otlp": {"tracing": "global.tracer new_pipeline"},
            "sentry": {"error reporting": "sentry.init"},
        },
    }
)  # fmt: skip
