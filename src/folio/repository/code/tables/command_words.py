"""Commands by what they do. A row is a group of tools; to know another one, add it to the row of its language."""

from __future__ import annotations

import re

WRAPPED = r"(?:\./)?(?:mvnw|mvn|mvnd)(?:\.cmd)?"
GRADLE = r"(?:\./)?(?:gradlew|gradle)(?:\.bat)?"
TESTS = (
    r"pytest|py\.test|nose2|nosetests|unittest|stestr|behave|trial|ward|slipcover|robot|(hatch|rye) test",
    r"great_expectations checkpoint run|dbt (\S+ )*(test|build)|pg_prove|schemathesis run",
    r"jest|vitest|mocha|ava|karma|jasmine|tap|tape|uvu|cypress run|playwright test|web-test-runner|wtr|(node"
    r"|tsx) (\S+ )*--test",
    r"react-scripts test|ng test|vue-cli-service test\S*|bun test|deno test|wdio run|newman run|k6 run|storybook test",
    r"go (\S+ )*test|gotestsum|ginkgo|richgo test",
    r"cargo (\S+ )*(test|nextest|tarpaulin|llvm-cov|careful)|cross test|wasm-pack test",
    rf"{WRAPPED} (\S+ )*(test|verify|install|package|surefire:test)|{GRADLE} (\S+ )*(\S*[tT]est|check|build|verify)",
    r"sbt (\S+ )*\S*(test\w*|testOnly \S+)|(\./)?mill (\S+ )*\S*test|scala-cli (\S+ )*test|lein test|clj \S*:test"
    r"|ant test",
    r"rspec|rake (\S+ )*(test|spec)|rails test|minitest|phpunit|pest|composer test|php artisan test",
    r"ctest|bazel(isk)? test|meson test|ninja (\S+ )*(test|check)|cmake (\S+ )*--target (\S+ )*(test|check)"
    r"|zig (build )?test",
    r"dotnet test|swift test|xcodebuild (\S+ )*test|flutter test|dart test|mix test|stack test|cabal test"
    r"|dune (run)?test",
    r"bats|shellspec|prove|busted|rebar3 (eunit|ct)|gleam test|nimble test|crystal spec|forge test|hardhat test",
    r"terraform test|tofu test|conftest test|molecule test|opa test|helm unittest|ct install|hurl (\S+ )*--test"
    r"|nf-test test",
)
TEST = re.compile(rf"(?:{'|'.join(TESTS)})(?![\w-])")
R_OR_JULIA = re.compile(
    r"(Rscript|R|julia|r|littler)\b.*(testthat|devtools::(test|check)|test_(dir|local|package|all|check)|rcmdcheck"
    r"|tinytest::"
    r"|covr::|Pkg\.test|test Pkg|R CMD check|CMD check|runtests\.jl)"
)  # fmt: skip

LINTS = (
    r"ruff|flake8|pylint|black|isort|mypy|pyright|basedpyright|ty|pyrefly|bandit|pydocstyle|interrogate|djlint"
    r"|vulture|yapf",
    r"lint-imports|hatch fmt|refurb|pyupgrade|autoflake|nbqa",
    r"pre-commit|prek|lefthook|trunk check|lint-staged|mega-linter-runner|super-linter",
    r"eslint|prettier|biome|tsc|vue-tsc|svelte-check|standard|xo|stylelint|oxlint|dprint|deno (lint|fmt|check)"
    r"|next lint|tsgo",
    r"golangci-lint|go (vet|fmt)|gofmt|gofumpt|staticcheck|revive|goimports",
    r"cargo (\S+ )*(clippy|fmt|deny|audit|machete)|rustfmt",
    rf"{WRAPPED} (\S+ )*(checkstyle|spotless|pmd|spotbugs|fmt|formatter):\S+",
    rf"{GRADLE} (\S+ )*(checkstyle\w*|spotless\w*|pmd\w*|spotbugs\w*|ktlint\w*|detekt|lint\w*|errorprone)",
    r"sbt (\S+ )*\S*(scalafmtCheck\w*|scalafmtSbtCheck|scalafix\w*|scalastyle|headerCheck)\S*|scalafmt|scalafix"
    r"|ktlint|detekt",
    r"(\./)?mill (\S+ )*\S*(checkFormat\w*|fix)",
    r"clang-format|clang-tidy|run-clang-tidy\S*|cppcheck|cpplint|include-what-you-use|iwyu_tool\S*",
    r"air format|(Rscript|R)\b.*\b(lintr::|lint_(package|dir)|styler::|style_(pkg|dir))|jarl check",
    r"julia\b.*\b(JuliaFormatter|JET|Aqua|report_package|format\()|runic|jlfmt",
    r"sqlfluff|sqlfmt|squawk|dbt-checkpoint|dbt parse|pgsanity",
    r"shellcheck|shfmt|hadolint|yamllint|codespell|typos|vale|markdownlint\S*|taplo|actionlint|zizmor"
    r"|editorconfig-checker|ec",
    r"rubocop|reek|php-cs-fixer|phpstan|psalm|swiftlint|swiftformat|mix (format|credo|dialyzer)|dotnet format"
    r"|buf lint",
    r"tflint|checkov|tfsec|terraform (fmt|validate)|kubeconform|kube-linter|ansible-lint|cfn-lint|helm lint|ct lint"
    r"|trivy config",
)
LINT = re.compile(rf"(?:{'|'.join(LINTS)})(?![\w-])")

DEPLOYS = (
    # packages
    r"twine upload|(uv|poetry|flit|hatch|pdm|npm|pnpm|yarn( npm)?|cargo|bun|maturin|lerna|changeset|vsce|ovsx|jsr"
    r"|deno) publish",
    r"(release-it|semantic-release|np)(?![\w-])|cargo release|goreleaser (\S+ )*release|gem push|anaconda upload"
    r"|conda-build upload",
    rf"{WRAPPED} (\S+ )*(deploy|release:perform|jib:build)|{GRADLE} (\S+ )*(publish\w*|jib|uploadArchives)",
    r"sbt (\S+ )*\S*(publish|publishSigned|ci-release|dockerBuildAndPush|Docker/publish)|pod trunk push|fastlane \S+",
    r"dotnet nuget push|nuget push|eas (submit|update)|mix hex\.publish|stack upload|cabal upload|R\b.*(submit_cran"
    r"|deployApp)",
    r"gh release (create|upload)|glab release create|release-cli create|hub release create",
    # images
    r"(docker|podman|buildah|crane|oras|skopeo) (push|copy)|docker[ -]compose (\S+ )*push|docker (buildx )?(build"
    r"|bake)(?=.*\s--push)",
    r"pack build (?=.*--publish)|ko (apply|publish|build)|apptainer push|singularity push",
    # machines and clusters
    r"docker stack deploy|docker (-H|--host|--context)\S* \S+ (compose|stack|run|service) .*|docker service update",
    r"kubectl (\S+ )*(apply|rollout restart|set image|replace|create -f)|oc (\S+ )*(apply|rollout|new-app"
    r"|start-build)",
    r"helm (\S+ )*(upgrade|install|push)|helmfile (\S+ )*(apply|sync)|kustomize deploy|skaffold (run|deploy)"
    r"|argocd app sync|flux reconcile",
    r"nomad (job )?run|kamal deploy|cap \S+ deploy|dep deploy|ansible-playbook|pyinfra|nixos-rebuild (\S+ )*switch"
    r"|colmena apply|deploy-rs",
    r"rsync .*\S+:\S+|scp .*\S+:\S+|ssh (-\S+ (\S+ )?)*\S+@\S+ .+|sftp .*\S+@\S+|lftp .+|dokku \S+|caprover deploy",
    # infrastructure
    r"(terraform|tofu|terragrunt) (\S+ )*apply|pulumi (\S+ )*up|cdk (\S+ )*deploy|cdktf deploy|sam deploy"
    r"|(serverless|sls) deploy|sst deploy",
    r"(eb|copilot|chalice|zappa|up|apex|arc|amplify) (deploy|publish|update|push|svc deploy)"
    r"|aws (\S+ )*(ecs update-service|ecs deploy|deploy|s3 (sync|cp) (?!s3:)"
    r"|lambda update-function-code|cloudformation deploy|apprunner start-deployment|elasticbeanstalk"
    r"|amplify start-deployment|codedeploy|deploy create-deployment)",
    r"gcloud (\S+ )*(deploy|submit)|gsutil (\S+ )*(cp|rsync) .*gs:|gcloud storage (cp|rsync) .*gs:|az (webapp"
    r"|functionapp|containerapp|acr|storage blob|staticwebapp"
    r"|deployment|aks)\b|azcopy (copy|sync)|azd (up|deploy)|func azure functionapp publish|swa deploy|bicep publish",
    # platforms
    r"(fly|flyctl) deploy|heroku (container:release|deploy)|git push (\S+ )*(\S*heroku|\S*dokku|\S*space|\S*hf"
    r"|dokku@\S+)\S*|vercel( .*)?--prod|vercel deploy",
    r"netlify deploy|wrangler (\S+ )*(deploy|publish)|firebase deploy|railway up|render deploys? \S+|surge"
    r"|deployctl deploy|supabase (functions deploy|db push)",
    r"convex deploy|doctl (apps|serverless) (create-deployment|update|deploy)|scw \S+ deploy|clever deploy"
    r"|platform push|northflank \S+|koyeb \S+ (deploy|update)|porter apply",
    r"curl (\S+ )*\S*(api\.render\.com/deploy|api\.vercel\.com/v\d+/integrations/deploy|deploy[_-]?hooks?"
    r"|hooks/deploy)\S*",
    # pages
    r"mkdocs gh-deploy|mike deploy|gh-pages|ghp-import|quarto publish|ng deploy|hexo deploy|docusaurus deploy"
    r"|rsconnect\S* (deploy|write-manifest)",
    # data and models
    r"dvc push|bentoml (push|deploy)|modal deploy|truss push|(huggingface-cli|hf) upload|cml publish"
    r"|databricks (bundle|apps) deploy|prefect deploy",
    r"dagster-cloud|dagster-plus|mlflow deployments (create|update)|zenml (deploy|pipeline run)|ray (job submit|up)"
    r"|serve deploy|lightning (run|deploy)|beam deploy|baseten push"
    r"|replicate push|cog push|astro deploy|snow (\S+ )*deploy|shinylive export",
)  # fmt: skip
DEPLOY = re.compile(rf"(?:{'|'.join(DEPLOYS)})")
ON_THE_SPOT = re.compile(
    r"docker[ -]compose (\S+ )*up (?:.*\s)?(-d|--detach|--wait)\b|docker run (?:.*\s)?(-d|--detach)\b"
    r"|systemctl (--user )?(\S+ )*(re)?start"
    r"|pm2 (\S+ )*(restart|reload|start)|supervisorctl (restart|start)|podman(-| )compose (\S+ )*up (?:.*\s)?-d\b"
    r"|docker rollout"
)  # fmt: skip
"""What delivers when it runs on the machine that serves, and starts helpers of a test everywhere else."""
