"""Platforms that a project says how to run on, each by a file of its own. To know another one, add a row."""

from __future__ import annotations

import re
from typing import NamedTuple


class Platform(NamedTuple):
    """A kind of deployment: its files, and what in them pins the runtime, starts or checks the service."""

    kind: str
    files: re.Pattern[str]
    pins: re.Pattern[str]
    starts: re.Pattern[str]
    says: re.Pattern[str]
    """What the file has to say, because other tools use the name as well."""


def _row(kind: str, files: str, pins: str, starts: str, says: str = "") -> Platform:
    compiled = [re.compile(pattern, re.M) for pattern in (pins, starts, says or f"{pins}|{starts}")]
    return Platform(kind, re.compile(rf"(^|/)({files})$"), *compiled)


NEVER = r"(?!)"
PLATFORMS: tuple[Platform, ...] = (
    # application platforms
    _row("fly", r"fly(\.\w+)?\.toml", r"^\s*image\s*=.*[:@]|builder\s*=", r"check|processes|\[http_service\]"),
    _row("render", r"render\.ya?ml", r"_VERSION|image:", r"startCommand|healthCheckPath|dockerCommand"),
    _row("vercel", r"(vercel|now)\.json", r"\"runtime\"|\"node\"",
         r"\"(builds|functions|rewrites|routes|crons|framework)\""),
    _row("netlify", r"netlify\.toml", r"_VERSION", r"command\s*=|publish\s*="),
    _row("railway", r"railway\.(json|toml)", r"builder", r"startCommand|healthcheckPath"),
    _row("heroku", r"heroku\.yml|app\.json", r"\"stack\"|docker:", r"run:|\"formation\""),
    _row("digitalocean", r"\.do/(app|deploy\.template)\.ya?ml", r"environment_slug|tag:",
         r"run_command|http_port|health_check|services:"),
    _row("nixpacks", r"nixpacks\.toml", r"nixpkgs|providers|_VERSION", r"^\s*\[start\]|^\s*cmd\s*="),
    _row("caprover", r"captain-definition", r":[\w.]*\d", r"dockerfile|imageName|templateId"),
    _row("platform.sh", r"\.platform\.app\.yaml|\.upsun/config\.yaml", r"type:\s*\S+:\d", r"start:|commands:"),
    _row("kamal", r"config/deploy(\.\w+)?\.yml", r"_VERSION|builder:", r"healthcheck|cmd:|proxy:", r"^service:\s*\S"),
    # clouds
    _row("app-engine", r"app(\.\w+)?\.yaml", r"^runtime:\s*\w+\d", r"^entrypoint:|readiness_check|handlers:"),
    _row("cloud-build", r"cloudbuild\.(ya?ml|json)", r":[\w.]*\d", r"run|deploy"),
    _row("firebase", r"firebase\.json", r"\"runtime\"", r"\"(hosting|functions)\""),
    _row("serverless", r"serverless\.(ya?ml|ts)", r"runtime:\s*\S*\d", r"handler:"),
    _row("sam", r"(template|samconfig)\.(ya?ml|toml)", r"Runtime:\s*\S*\d", r"Handler:|AWS::Serverless"),
    _row("cdk", r"cdk\.json", NEVER, r"\"app\""),
    _row("sst", r"sst\.config\.ts", r"runtime:", r"\bnew sst\.|app\("),
    _row("chalice", r"\.chalice/config\.json", r"\"lambda_.*runtime\"", r"\"(app_name|stages)\""),
    _row("zappa", r"zappa_settings\.(json|toml)", r"\"?runtime\"?\s*[:=]", r"app_function|django_settings"),
    _row("apprunner", r"apprunner\.yaml", r"runtime(-version)?:\s*\S*\d", r"command:"),
    _row("copilot", r"copilot/[\w-]+/manifest\.ya?ml", r"platform:|location:\s*\S+:\d", r"healthcheck|command:|port:"),
    _row("elastic-beanstalk", r"Dockerrun\.aws\.json|\.ebextensions/[^/]+\.config|\.elasticbeanstalk/config\.yml",
         r"default_platform:.*\d|:[\w.]*\d", r"container_commands|WSGIPath|command|Ports|application_name"),
    _row("codedeploy", r"appspec\.ya?ml", NEVER, r"hooks:|Resources:"),
    _row("amplify", r"amplify\.yml", r"nvm use|_VERSION", r"^\s*(frontend|backend):"),
    _row("azd", r"azure\.yaml", r"version:|template:", r"host:\s*\S", r"services:"),
    _row("azure-functions", r"host\.json", r"extensionBundle", r"\"version\":\s*\"2\.0\""),
    _row("static-web-app", r"staticwebapp\.config\.json", r"apiRuntime", r"\"routes\"|navigationFallback"),
    _row("wrangler", r"wrangler\.(toml|jsonc?)", r"compatibility_date", r"\bmain\b|pages_build_output_dir|assets"),
    _row("cloudformation", r"[^/]+\.(ya?ml|json|template)", r":\d[\w.]*|Runtime:\s*\S*\d",
         r"HealthCheck|Command|Handler", r"AWSTemplateFormatVersion"),
    _row("bicep", r"[^/]+\.bicep", r"@\d{4}-\d\d-\d\d", r"healthCheckPath|probes|command",
         r"^\s*(resource|module)\s+\w+\s+'"),
    _row("pulumi", r"Pulumi\.ya?ml", r"runtime:", r"main:|runtime:"),
    _row("nomad", r"[^/]+\.nomad(\.hcl)?", r"image\s*=\s*\"\S+:[\w.]*\d|version\s*=", r"\bcheck\s*\{|command\s*=",
         r"^\s*job\s+\""),
    # models and data
    _row("bentoml", r"bentofile\.ya?ml", r"python_version|lock_packages", r"service:"),
    _row("truss", r"truss\.ya?ml|truss/config\.yaml", r"python_version", r"model_class_name|start_command"),
    _row("cog", r"cog\.yaml", r"python_version|gpu:", r"^(predict|train):"),
    _row("mlserver", r"model-settings\.json", r"\"version\"", r"\"implementation\""),
    _row("databricks", r"databricks\.ya?ml", r"spark_version|databricks_cli_version", r"resources:|targets:",
         r"^bundle:"),
    _row("dagster", r"dagster_cloud\.yaml", r"image:", r"locations:"),
    _row("prefect", r"prefect\.yaml", r"image:.*:\S*\d|prefect-version", r"deployments:"),
    _row("snowflake", r"snowflake\.yml", r"runtime|definition_version", r"entities:|streamlit:"),
    _row("streamlit", r"\.streamlit/config\.toml", NEVER, r"^\s*\[(server|browser|theme)\]"),
    _row("connect", r"(rsconnect-python|rsconnect)/.+\.(json|dcf)|_publish\.yml", r"\"version\"|pythonVersion", r"\S"),
    # machines
    _row("systemd", r"[\w@.-]+\.service", NEVER, r"ExecStart="),
    _row("ansible", r"(?!\.github/).*\b(playbook|site|deploy|main|provision)[\w-]*\.ya?ml",
         r"version:\s*\S*\d|tag:\s*\S*\d|_version", r"service:|systemd:|docker_container|handlers:",
         r"^-\s+(name:[^\n]*\n\s+)?hosts:\s*\S"),
    _row("nixos", r"[^/]+\.nix", r"nixpkgs|rev\s*=|sha256", r"systemd\.services|serviceConfig|Cmd\s*=",
         r"nixosConfigurations|dockerTools\.|nixosModules|systemd\.services"),
    _row("skaffold", r"skaffold\.ya?ml", r"apiVersion:\s*skaffold/v\d", r"deploy:|manifests:"),
    _row("kustomize", r"kustomization\.ya?ml", r"newTag:|digest:", r"resources:|patches"),
)  # fmt: skip
"""The order says which wins where two know a file's name."""
UNPRIVILEGED = {
    "systemd": re.compile(r"^User=(?!root)|^DynamicUser=(yes|true)", re.M),
    "ansible": re.compile(r"become_user:|user:\s*(?!root)\S"),
    "nixos": re.compile(r"DynamicUser|User\s*=\s*\"(?!root)"),
    "nomad": re.compile(r"\buser\s*=\s*\"(?!root)"),
}
"""What says that it does not run as root, where the platform does not see to that by itself."""
BY_IMPORT = {
    "modal": re.compile(r"@(app|stub)\.(function|cls)|modal\.(App|Stub)\("),
    "beam": re.compile(r"@(endpoint|function|task_queue|asgi)\("),
}
"""Python packages whose platform is described in code, and how."""
