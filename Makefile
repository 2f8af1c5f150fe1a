# The targets of ./run, for those who type make, and the developers' own. Arguments: make pytest ARGS="-k rubric -x"

RUN := setup demo test quality pytest lint types contracts validation golden docs reference fuzz torture bench lock audit sbom lowest

.DEFAULT_GOAL := help
.PHONY: help format upgrade fresh $(RUN)

help:
	@./run help
	@echo
	@echo 'and by make only:'
	@echo '  format      lay the code out as `lint` wants it'
	@echo '  upgrade     take the newest packages that pyproject.toml allows into constraints.txt and locks/'
	@echo '  fresh       run demo, test and the Dockerfile on bare Debian 12 and 13 (root, debootstrap; about ten minutes)'

$(RUN):
	@./run $@ $(ARGS)

format:
	@./run exec ruff check --fix-only --quiet .
	@./run exec ruff format .

upgrade:
	@./run lock --upgrade
	@git --no-pager diff --stat constraints.txt locks

fresh:
	tests/fresh/fresh.sh $(ARGS)
