"""Names of tools, languages and methods that briefs ask for and that no other table of folio's holds. A table."""

NAMES = frozenset([
    # languages
    "ada", "apex", "bash", "c-sharp", "clojure", "cobol", "cplusplus", "csharp", "cuda", "delphi", "dotnet",
    "erlang", "fortran", "fsharp", "groovy", "haskell", "html", "java", "javascript", "kotlin", "lua", "matlab",
    "objective-c", "ocaml", "perl", "php", "plsql", "powershell", "python", "sas", "scala", "solidity", "spss",
    "sql", "stata", "typescript", "vba", "webassembly", "zig",
    # data
    "airbyte", "airflow", "alteryx", "apache-airflow", "apache-beam", "apache-flink", "apache-hive",
    "apache-iceberg", "avro", "aws-glue", "azure-data-factory", "bigquery", "cassandra", "clickhouse", "dagster",
    "data-lake", "data-lakehouse", "data-mesh", "data-vault", "databricks", "dbt-cloud", "debezium", "delta-lake",
    "duckdb", "dynamodb", "elt", "fivetran", "flink", "great-expectations", "hadoop", "informatica", "json",
    "kimball", "kinesis", "luigi", "mariadb", "matillion", "metabase", "microsoft-fabric", "neo4j", "nosql",
    "numpy", "oracle-database", "pandas", "parquet", "pgvector", "pinecone", "polars", "power-query", "qlik",
    "qlik-sense", "redshift", "sql-server", "sqlalchemy", "ssis", "star-schema", "streamlit", "talend",
    "timescaledb", "trino", "unity-catalog", "weaviate",
    # machine learning
    "agents", "anomaly-detection", "bayesian-inference", "bert", "causal-inference", "churn-prediction",
    "clustering", "collaborative-filtering", "computer-vision", "credit-scoring", "data-science",
    "demand-forecasting", "diffusion-models", "embeddings", "explainability", "fine-tuning", "forecasting",
    "fraud-detection", "gans", "hugging-face-transformers", "image-segmentation", "jax", "keras", "kubeflow",
    "langchain", "langgraph", "large-language-models", "lightgbm", "linear-regression", "llamaindex",
    "logistic-regression", "lora", "mlflow", "named-entity-recognition", "natural-language-processing", "nlp",
    "object-detection", "onnx", "optimisation", "optimization", "pricing", "prophet", "random-forest",
    "recommendation-systems", "recommender-systems", "regression", "sagemaker", "semantic-search",
    "sentiment-analysis", "shap", "spacy", "speech-recognition", "statsmodels", "time-series",
    "time-series-forecasting", "triton", "vector-databases", "vllm", "weights-biases", "yolo",
    # software
    "agile", "android", "api", "asp-net", "clean-architecture", "css", "design-patterns", "distributed-systems",
    "django", "domain-driven-design", "event-driven-architecture", "express-js", "fastapi", "flutter", "git",
    "github", "gitlab", "hibernate", "ios", "jira", "jquery", "laravel", "linux", "microservices", "nestjs", "nuxt",
    "oauth", "openapi", "pydantic", "pytest", "react-native", "rest-api", "ruby-on-rails", "scrum", "selenium",
    "spring-boot", "svelte", "symfony", "system-design", "tailwind", "test-driven-development", "vue-js",
    "websockets",
    # delivery
    "ansible", "argo-cd", "argocd", "azure-devops", "azure-pipelines", "circleci", "cloudformation", "datadog",
    "ecs", "eks", "fargate", "github-actions", "gitops", "gke", "grafana", "helm-charts", "istio", "jenkins",
    "new-relic", "nginx", "opentelemetry", "prometheus", "pulumi", "sentry", "serverless", "splunk", "vercel",
    # office, domains, rules
    "gdpr", "hipaa", "iso-27001", "pci-dss", "salesforce", "sap", "sharepoint", "shopify", "soc-2", "wordpress",
])  # fmt: skip
