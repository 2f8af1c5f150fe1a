"""What shows a skill in code: its name as a person writes it, and the names under which folio sees it. A table.

Left: the skill in small letters, its words joined by hyphens. Right: languages, packages as they are imported, files
and other findings, in the same form; a group such as `tests` stands for all findings of that kind. What is called the
same on both sides needs no row.
"""

from __future__ import annotations

SHOWN_BY: dict[str, str] = {
    # languages
    "c-plus-plus": "cplusplus", "cpp": "cplusplus", "c-sharp": "csharp", "golang": "go", "js": "javascript",
    "ts": "typescript", "node-js": "javascript typescript", "nodejs": "javascript typescript", "bash": "shell",
    "shell-scripting": "shell", "r-language": "r",
    # data
    "dbt": "dbt", "sql": "sql duckdb sqlite3 psycopg psycopg2 sqlalchemy dbt",
    "postgresql": "psycopg psycopg2 asyncpg pg8000 postgres",
    "postgres": "psycopg psycopg2 asyncpg pg8000 postgresql", "mysql": "pymysql mysql mysqlclient aiomysql",
    "sqlite": "sqlite3 aiosqlite", "mongodb": "pymongo motor mongoengine", "redis": "redis aioredis",
    "elasticsearch": "elasticsearch elasticsearch-dsl opensearchpy", "kafka": "kafka confluent-kafka aiokafka faust",
    "apache-kafka": "kafka confluent-kafka aiokafka faust", "rabbitmq": "pika aio-pika kombu celery",
    "spark": "pyspark", "apache-spark": "pyspark", "databricks": "databricks pyspark",
    "snowflake": "snowflake snowpark",
    "bigquery": "bigquery google-cloud", "data-warehousing": "dbt snowflake bigquery redshift",
    "etl": "pipeline airflow dagster prefect dbt",
    "data-pipelines": "pipeline airflow dagster prefect dbt luigi kedro",
    "data-engineering": "pipeline airflow dagster prefect dbt pyspark", "data-validation": "data-checks",
    "data-quality": "data-checks", "data-visualisation": "visuals", "data-visualization": "visuals",
    "great-expectations": "great-expectations", "power-bi": "power-bi", "data-modelling": "dbt sql",
    # machine learning
    "machine-learning": "local-models algorithms validation", "scikit-learn": "sklearn", "pytorch": "torch lightning",
    "pytorch-lightning": "lightning pytorch-lightning", "tensorflow": "tensorflow keras", "opencv": "cv2",
    "deep-learning": "torch tensorflow keras jax flax lightning neural-network", "xgboost": "xgboost",
    "neural-networks": "torch tensorflow keras jax flax neural-network",
    "gradient-boosting": "gradient-boosting xgboost lightgbm catboost", "hugging-face": "transformers datasets",
    "huggingface": "transformers datasets", "llms": "remote-models transformers vllm llama-cpp",
    "llm": "remote-models transformers vllm llama-cpp", "generative-ai": "remote-models transformers diffusers",
    "rag": "langchain llama-index chromadb faiss", "openai": "openai", "prompt-engineering": "remote-models",
    "mlops": "mlflow dvc bentoml kubeflow kfp zenml metaflow wandb feast",
    "experiment-tracking": "mlflow wandb neptune aim",
    "model-evaluation": "validation metrics", "model-validation": "validation", "cross-validation": "validation",
    "time-series-validation": "time-series-split walk-forward", "backtesting": "walk-forward time-series-split",
    "feature-engineering": "sklearn pandas polars sql", "statistics": "inference statsmodels scipy",
    "statistical-inference": "inference", "hypothesis-testing": "inference", "a-b-testing": "inference",
    "bayesian-statistics": "pymc stan cmdstanpy numpyro arviz",
    "reinforcement-learning": "gymnasium gym stable-baselines3",
    "model-monitoring": "drift-monitor monitoring", "model-deployment": "serving containers",
    "algorithms": "algorithms structures", "mathematics": "algorithms", "data-structures": "structures",
    # software
    "asyncio": "async", "asynchronous-programming": "async", "concurrency": "async threads processes",
    "rest": "serving", "rest-apis": "serving", "apis": "serving", "api-design": "serving", "web-apis": "serving",
    "graphql": "strawberry graphene ariadne graphql", "grpc": "grpc grpcio", "testing": "tests",
    "unit-testing": "tests",
    "test-automation": "tests", "tdd": "tests", "type-checking": "type-checkers", "static-typing": "type-checkers",
    "observability": "monitoring", "monitoring": "monitoring", "logging": "structured-logging loguru structlog",
    "react": "react next", "vue": "vue nuxt", "angular": "angular", "next-js": "next",
    # delivery
    "docker": "dockerfile compose docker", "containers": "dockerfile compose docker containerfile",
    "containerisation": "dockerfile compose", "docker-compose": "compose", "kubernetes": "kubernetes helm kustomize",
    "k8s": "kubernetes helm kustomize", "terraform": "terraform opentofu",
    "infrastructure-as-code": "terraform pulumi cdk",
    "ci-cd": "ci", "ci": "ci", "continuous-integration": "ci", "continuous-delivery": "cd",
    "continuous-deployment": "cd",
    "gitlab-ci": "gitlab-ci gitlab", "devops": "ci containers", "dvc": "dvc",
    # clouds
    "aws": "boto3 botocore aioboto3 sagemaker awswrangler s3fs cdk sam chalice zappa apprunner aws-cdk",
    "amazon-web-services": "boto3 botocore sagemaker awswrangler s3fs cdk sam chalice zappa apprunner",
    "azure": "azure azureml azd azure-functions azure-ml adlfs msal",
    "microsoft-azure": "azure azureml azd azure-functions",
    "gcp": "google-cloud gcsfs bigquery vertexai app-engine cloud-build", "vertex-ai": "vertexai google-cloud",
    "google-cloud": "google-cloud gcsfs bigquery vertexai app-engine cloud-build",
    "google-cloud-platform": "google-cloud gcsfs bigquery vertexai app-engine cloud-build",
    "cloud": "boto3 azure google-cloud terraform cdk sam serverless",
}  # fmt: skip

ORDINARY = frozenset([
    # languages
    "c", "d", "r", "go", "basic", "crystal", "dart", "elixir", "julia", "lean", "mojo", "move", "racket", "ruby",
    "rust", "scheme", "shell", "swift",
    # frameworks and libraries
    "angular", "backbone", "beam", "bottle", "celery", "click", "darts", "dash", "ember", "express", "falcon", "feast",
    "flask", "flow", "haystack", "jest", "lightning", "meteor", "mocha", "mock", "nest", "next", "orbit", "play",
    "poetry", "prefect", "processing", "pulp", "rails", "ray", "react", "remix", "rich", "rocket", "shiny", "spring",
    "surprise", "tornado", "transformers", "turing", "unity",
    # data
    "access", "arrow", "athena", "delta", "drill", "druid", "elastic", "excel", "glue", "hive", "iceberg", "impala",
    "looker", "oracle", "pig", "presto", "pulsar", "snowflake", "spark", "storm", "superset", "tableau",
    # delivery
    "aim", "bedrock", "chef", "cloud", "compose", "consul", "containers", "cypress", "fabric", "helm", "lambda",
    "locust", "make", "nomad", "packer", "puppet", "rag", "rest", "salt", "sam", "swarm", "synapse", "vault",
    # office
    "notion", "outlook", "slack", "teams", "word",
])  # fmt: skip
"""Skills called by a word that people write without meaning them: `Where models excel` says nothing of Excel."""
