"""Ways to be called in other languages than Python: frameworks that are started, and types of what they take."""

from __future__ import annotations

import re

from folio.repository.code.languages.table import by_family

FRAMEWORKS = by_family(
    {
        "c": {
            "httplib.h|cpp-httplib": {"cpp-httplib": "httplib.Server Server"},
            "crow.h|crow|crow_all.h": {"crow": "crow.SimpleApp SimpleApp CROW_ROUTE"},
            "drogon": {"drogon": "app.addListener drogon.app registerHandler"},
            "pistache": {"pistache": "Http.Endpoint Rest.Router"},
            "oatpp": {"oatpp": "HttpConnectionHandler.createShared"},
            "boost/beast": {"beast": "http.async_read http.read"},
            "grpcpp|grpc++": {"grpc": "ServerBuilder"},
            "microhttpd.h": {"libmicrohttpd": "MHD_start_daemon"},
            "mongoose.h": {"mongoose": "mg_http_listen"},
            "civetweb.h": {"civetweb": "mg_start"},
            "zmq.hpp|zmq.h": {"zeromq": "zmq_bind socket.bind"},
        },
        "go": {
            "net/http": {
                "net/http": (
                    "http.ListenAndServe http.ListenAndServeTLS http.NewServeMux http.Server http.HandleFunc"
                ),
            },
            "github.com/gin-gonic/gin": {"gin": "gin.Default gin.New"},
            "github.com/labstack/echo": {"echo": "echo.New"},
            "github.com/gofiber/fiber": {"fiber": "fiber.New"},
            "github.com/go-chi/chi": {"chi": "chi.NewRouter chi.NewMux"},
            "github.com/gorilla/mux": {"gorilla": "mux.NewRouter"},
            "github.com/julienschmidt/httprouter": {"httprouter": "httprouter.New"},
            "github.com/valyala/fasthttp": {"fasthttp": "fasthttp.ListenAndServe fasthttp.Server"},
            "github.com/danielgtaylor/huma": {"huma": "huma.Register huma.NewAPI"},
            "google.golang.org/grpc": {"grpc": "grpc.NewServer"},
            "connectrpc.com/connect": {"connect": "connect.NewUnaryHandler"},
            "github.com/99designs/gqlgen|github.com/graphql-go/graphql": {
                "graphql": "handler.NewDefaultServer handler.New graphql.NewSchema",
            },
            "github.com/segmentio/kafka-go|github.com/IBM/sarama|github.com/Shopify/sarama"
            "|github.com/confluentinc/confluent-kafka-go": {
                "kafka": "kafka.NewReader sarama.NewConsumerGroup sarama.NewConsumer kafka.NewConsumer",
            },
            "github.com/rabbitmq/amqp091-go|github.com/streadway/amqp": {"rabbitmq": "amqp.Dial"},
            "github.com/nats-io/nats.go": {"nats": "nats.Connect"},
            "github.com/hibiken/asynq": {"asynq": "asynq.NewServer"},
            "github.com/charmbracelet/bubbletea": {"terminal app": "tea.NewProgram"},
            "github.com/mark3labs/mcp-go": {"mcp": "server.NewMCPServer"},
        },
        "java": {
            "org.springframework.boot|org.springframework.web|org.springframework": {
                "spring": "@RestController @Controller SpringApplication.run runApplication",
            },
            "io.quarkus|jakarta.ws.rs|javax.ws.rs": {"jax-rs": "@Path"},
            "io.micronaut": {"micronaut": "@Controller Micronaut.run"},
            "io.javalin": {"javalin": "Javalin.create"},
            "io.vertx": {"vert.x": "createHttpServer Router.router"},
            "io.helidon": {"helidon": "WebServer.builder"},
            "spark.Spark|spark": {"spark java": "get post Spark.get Spark.post"},
            "io.dropwizard": {"dropwizard": "Application bootstrap"},
            "com.sun.net.httpserver": {"http.server": "HttpServer.create"},
            "jakarta.servlet|javax.servlet": {"servlet": "@WebServlet"},
            "io.grpc": {"grpc": "ServerBuilder.forPort NettyServerBuilder.forPort"},
            "io.ktor": {"ktor": "embeddedServer routing"},
            "akka.http|org.apache.pekko.http": {"akka http": "Http.newServerAt newServerAt bindAndHandle"},
            "org.http4s": {"http4s": "EmberServerBuilder.default BlazeServerBuilder HttpRoutes.of"},
            "play.api.mvc|play.mvc": {
                "play": "BaseController AbstractController InjectedController ControllerComponents Action",
            },
            "sttp.tapir": {"tapir": "endpoint.get endpoint.post serverLogic"},
            "zio.http|zhttp": {"zio http": "Server.serve Routes Http.collect"},
            "cask": {"cask": "@cask.get @cask.post cask.MainRoutes"},
            "org.apache.kafka|org.springframework.kafka": {
                "kafka": "KafkaConsumer KafkaStreams @KafkaListener StreamsBuilder",
            },
            "com.rabbitmq|org.springframework.amqp": {"rabbitmq": "@RabbitListener basicConsume"},
            "javafx": {"javafx": "launch"},
        },
        "javascript": {
            "express": {"express": "express"},
            "fastify": {"fastify": "fastify Fastify"},
            "koa": {"koa": "Koa"},
            "hono": {"hono": "Hono"},
            "@nestjs/core": {"nest": "NestFactory.create"},
            "@hapi/hapi": {"hapi": "Hapi.server server"},
            "elysia": {"elysia": "Elysia"},
            "@feathersjs/feathers": {"feathers": "feathers"},
            "restify": {"restify": "createServer"},
            "http|node:http|https|node:https": {"node http": "createServer"},
            "": {"bun": "Bun.serve", "deno": "Deno.serve"},
            "@apollo/server|apollo-server|apollo-server-express|graphql-yoga": {"graphql": "ApolloServer createYoga"},
            "@trpc/server": {"trpc": "initTRPC.create createHTTPServer router"},
            "@grpc/grpc-js": {"grpc": "Server"},
            "socket.io": {"socket.io": "Server"},
            "ws": {"websocket": "WebSocketServer WebSocket.Server"},
            "next|next/server": {"next": "NextResponse.json NextResponse"},
            "next": {"next": "next"},
            "react-dom/client|react-dom": {
                "react": "createRoot ReactDOM.createRoot ReactDOM.render render hydrateRoot",
            },
            "vue": {"vue": "createApp"},
            "@angular/core|@angular/platform-browser": {"angular": "bootstrapApplication platformBrowserDynamic"},
            "svelte": {"svelte": "mount"},
            "solid-js/web": {"solid": "render"},
            "preact": {"preact": "render"},
            "@sveltejs/kit": {"sveltekit": "json"},
            "@remix-run/node|@remix-run/react|react-router": {"remix": "json createBrowserRouter"},
            "electron": {"electron": "BrowserWindow"},
            "bullmq|bull": {"bullmq": "Worker process"},
            "kafkajs": {"kafka": "Kafka"},
            "amqplib": {"rabbitmq": "connect"},
            "@slack/bolt": {"slack": "App"},
            "discord.js": {"discord": "Client"},
            "telegraf|grammy": {"telegram": "Telegraf Bot"},
            "@modelcontextprotocol/sdk": {"mcp": "McpServer Server"},
            "@observablehq/plot": {"observable": "Plot.plot"},
            "@aws-sdk/client-lambda|aws-lambda|@middy/core": {"lambda": "middy"},
        },
        "julia": {
            "Genie": {"genie": "route Genie.up up Genie.loadapp"},
            "HTTP": {"http.jl": "HTTP.serve HTTP.listen HTTP.serve! HTTP.Router"},
            "Oxygen": {"oxygen": "serve serveparallel @get @post"},
            "Dash": {"dash": "dash run_server"},
            "Pluto": {"pluto": "Pluto.run"},
            "Bonito|JSServe|WGLMakie": {"bonito": "App Bonito.Server"},
            "Stipple|GenieFramework": {"stipple": "@app @page"},
            "Mux": {"mux": "@app"},
            "Blink|Interact": {"interact": "@manipulate Window"},
        },
        "r": {
            "": {
                "shiny": "shinyApp shiny.shinyApp runApp shinyServer",
                "plumber": "plumb plumber.plumb pr_get pr_post plumber.pr",
            },
            "RestRserve": {"restrserve": "Application"},
            "ambiorix": {"ambiorix": "Ambiorix"},
            "opencpu": {"opencpu": "ocpu_start_server"},
            "vetiver": {"vetiver": "vetiver_api vetiver_pin_write"},
            "flexdashboard": {"flexdashboard": "flex_dashboard"},
            "httpuv": {"httpuv": "startServer runServer"},
            "golem": {"shiny": "with_golem_options"},
            "plumber|plumber2": {"plumber": "api pr"},
        },
        "rust": {
            "axum": {"axum": "Router.new axum.serve"},
            "actix_web": {"actix": "HttpServer.new App.new"},
            "rocket": {"rocket": "rocket.build =launch"},
            "warp": {"warp": "warp.serve"},
            "poem": {"poem": "Server.new Route.new"},
            "salvo": {"salvo": "Server.new Router.new"},
            "tide": {"tide": "tide.new"},
            "hyper": {"hyper": "Server.bind http1.Builder service_fn"},
            "tonic": {"grpc": "Server.builder"},
            "async_graphql|juniper": {"graphql": "Schema.build RootNode.new"},
            "rdkafka": {"kafka": "StreamConsumer BaseConsumer"},
            "lapin": {"rabbitmq": "Connection.connect"},
            "lambda_http|lambda_runtime": {"lambda": "run service_fn"},
            "leptos|yew|dioxus": {"web app": "mount_to_body Renderer dioxus.launch launch"},
            "tauri": {"tauri": "Builder.default"},
            "eframe|iced": {"desktop app": "run_native"},
            "rmcp": {"mcp": "serve_server"},
            "teloxide": {"telegram": "Bot.from_env"},
        },
    }
)  # fmt: skip
"""What is made or started where something listens."""

TYPES = by_family(
    {
        "go": {
            "github.com/danielgtaylor/huma|github.com/go-playground/validator": {
                "typed": "huma.Register validator.New",
            },
            "google.golang.org/protobuf|google.golang.org/grpc": {"typed": "proto.Marshal"},
        },
        "java": {
            "org.springframework|jakarta.validation|javax.validation|io.micronaut|jakarta.ws.rs|javax.ws.rs": {
                "typed": "@RequestBody @ModelAttribute @Valid @Body @Schema",
            },
            "io.circe|play.api.libs.json|upickle|zio.json|io.bullet.borer|com.github.plokhotnyuk.jsoniter_scala": {
                "typed": (
                    "deriveDecoder deriveEncoder deriveCodec Json.format Json.reads Json.writes macroRW "
                    "DeriveJsonDecoder.gen DeriveJsonCodec.gen JsonCodecMaker.make"
                ),
            },
            "kotlinx.serialization": {"typed": "@Serializable"},
            "sttp.tapir": {"typed": "jsonBody"},
        },
        "javascript": {
            "zod|zod/v4": {"typed": "z.object"},
            "@sinclair/typebox|typebox|elysia": {"typed": "Type.Object t.Object"},
            "valibot": {"typed": "v.object object"},
            "yup|joi": {"typed": "yup.object Joi.object object"},
            "class-validator|@nestjs/common|@nestjs/swagger": {
                "typed": "@Body @IsString @IsNumber @IsInt @ApiProperty",
            },
            "io-ts|arktype": {"typed": "t.type type"},
            "type-graphql": {"typed": "@ObjectType"},
            "@trpc/server": {"typed": "procedure.input input"},
            "ajv": {"typed": "ajv.compile compile"},
        },
        "rust": {
            "serde|axum|actix_web|rocket|poem": {"typed": "=Deserialize =ToSchema"},
            "schemars|utoipa": {"typed": "=JsonSchema =ToSchema"},
        },
        "r": {
            "plumber2|checkmate|S7": {"typed": "assert_data_frame new_class"},
        },
        "julia": {
            "StructTypes|JSON3|StructUtils|Oxygen": {"typed": "StructTypes.StructType JSON3.read JSON.parse"},
        },
        "c": {
            "nlohmann|nlohmann/json.hpp": {
                "typed": "NLOHMANN_DEFINE_TYPE_INTRUSIVE NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE",
            },
            "drogon|oatpp": {"typed": "DTO_FIELD DTO_INIT"},
        },
    }
)  # fmt: skip
"""What gives a type to what is taken and given."""

TYPED_CODE: dict[str, re.Pattern[str]] = {
    "go": re.compile(r"`[^`\n]{0,120}\b(?:json|form|query|uri|validate):\\?\"[^`\n]{1,120}`"),
    "java": re.compile(r"@(?:RequestBody|Valid|Body|ModelAttribute)\b[^;{}]{0,80}\b[A-Z]\w+\s+\w+"),
    "javascript": re.compile(
        r"\b(?:Request|Response|RequestHandler|FastifyRequest|Handler|NextApiResponse|NextApiRequest)\s*<\s*[A-Z{]"
        r"|\bas\s+[A-Z]\w+(?:Request|Body|Input|Payload)\b|:\s*Promise<(?!void|any|unknown|Response)[A-Z]\w+"
    ),
    "rust": re.compile(r"\b(?:web::)?(?:Json|Query|Form|Path)\s*(?:\(\s*\w+\s*\)\s*:\s*\w*(?:::)?\w*)?<\s*[A-Z]\w+"),
}
"""How a handler's types look where no library is called for them."""
