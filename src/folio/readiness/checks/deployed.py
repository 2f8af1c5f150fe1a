"""Deployed projects: does it run somewhere, can others run it, and does anybody notice when it breaks?"""

from __future__ import annotations

from collections.abc import Iterator

from folio.evidence.level import Level
from folio.facts import Facts, ProjectFacts
from folio.facts.links import NOT_OPENED, LinkFacts
from folio.readiness.addresses import at_one_address
from folio.readiness.check import (
    COLLECT,
    Finding,
    Found,
    Item,
    Unread,
    Unsure,
    at,
    check,
    graded,
    names,
    no_projects,
    on,
    plural,
    repository_check,
    unread_code,
    unread_files,
    unread_readme,
    unseen_ci,
)
from folio.repository.model import Deployment, Place, RepositorySeen


@check("live-url-responds")
def live_url_responds(facts: Facts) -> Iterator[Finding]:
    """A client believes what they can open. Something that answers today is worth more than any description."""
    addresses = at_one_address(facts)
    for project in facts.projects:
        live = project.claim.live
        if live is not None and live.url is None:
            yield Item(project.subject, project.live_proof, Found("runs where only its client can open it"))
        elif live is not None and live.url is not None:
            yield from _address(project, live.url, addresses[project.claim.id])
    if facts.profile.projects is None:
        yield no_projects()


def _address(project: ProjectFacts, url: str, subject: str) -> Iterator[Finding]:
    yield Item(subject, project.live_proof, Found(f"said to run at {url}"))
    live = project.live or LinkFacts(url, unread=NOT_OPENED)
    if project.foreign:  # told by the guard `fork`
        return
    if live.seen is None:
        yield Unread(subject, f"{url}: {live.unread or NOT_OPENED}", COLLECT)
    elif live.seen.placeholder == "login":
        todo = "open a part of it to visitors, or say under 'live' who can confirm it"
        yield Unread(subject, f"{url} shows a login page; what is behind it nobody can see", todo)
    elif live.up:  # what is gone, or not the person's, is told by the guards `dead-link` and `parked-page`
        says = "; ".join((f"{url} answers", *live.confirmed))
        yield Item(subject, live.level, Found(says))
        if live.level < Level.VERIFIED:
            todo = "link it with your own pages, or collect again in a week"
            yield Unread(subject, f"{url} answered once; nothing else confirms it yet", todo)


@repository_check("deployment-config", every_file=False)
def deployment_config(repository: RepositorySeen) -> Iterator[Found | Unsure]:
    """Deployment written down as code is what a client can repeat without you."""
    if not repository.deployments:
        yield Found(parts=())
        return
    best = max(repository.deployments, key=lambda one: (len(_care(one)), one.path))
    yield Found(parts=("described", *_care(best)), places=(f"{best.path}:1",))


def _care(deployment: Deployment) -> tuple[str, ...]:
    return tuple(part for part in ("pinned", "unprivileged", "small", "supervised") if getattr(deployment, part))


@check("cd-pipeline", of_code=True)
def cd_pipeline(facts: Facts) -> Iterator[Finding]:
    """When delivery is a push, fixes reach the client the same day and nobody forgets a step."""
    for project in facts.counted_projects:
        if project.repository is not None:
            yield from _delivery(project, project.repository)
    yield from unread_code(facts)


def _delivery(project: ProjectFacts, repository: RepositorySeen) -> Iterator[Finding]:
    steps, unseen = repository.ci.deploy_steps, unseen_ci(repository)
    delivers = bool(steps) or (None if unseen else False)
    run = project.hosted.last_run if project.hosted else None
    green = False if delivers is False else None if run is None else run.conclusion == "success"
    why = unseen if not steps and unseen else f"whether the last run was green is not known: {_no_run(project)}"
    parts = {"delivers": delivers, "green": green}
    yield from on(project.code, Level.OBSERVED, graded(parts, places=steps, why=why))


def _no_run(project: ProjectFacts) -> str:
    """Why the host says nothing of the last run."""
    if project.hosted is None:
        return project.unhosted or "folio knows of no code host to ask"
    return project.hosted.unasked.get("last_run", "no run on the default branch was found")


@repository_check("serving-interface")
def serving_interface(repository: RepositorySeen) -> Iterator[Found | Unsure]:
    """A model nobody can call is homework. An interface is what a client's own people will use."""
    serving = repository.serving
    parts = {
        "served": bool(serving.interfaces),
        "typed": bool(serving.interfaces) and serving.typed,
        "command": bool(serving.command_line),
        "command-alone": bool(serving.command_line) and not serving.interfaces,
    }
    installed = repository.dependencies.manifests if serving.command_line else ()
    yield from graded(parts, places=serving.interfaces or [Place(name="command", path=path) for path in installed])


@repository_check("monitoring-present")
def monitoring_present(repository: RepositorySeen) -> Iterator[Found | Unsure]:
    """A client's first question after you are gone: what tells us when it breaks?"""
    signals = names(repository.monitoring)
    yield Found(", ".join(signals) or "no signal", amount=len(signals), places=at(repository.monitoring))


@repository_check("configuration-by-environment")
def configuration_by_environment(repository: RepositorySeen) -> Iterator[Found | Unsure]:
    """A client has other servers and other keys than you; settings outside the code make the handover a file."""
    configuration = repository.configuration
    parts = {"environment": bool(configuration.reads_environment), "example": configuration.example_file is not None}
    yield from graded(parts, places=configuration.reads_environment)


@repository_check("one-command-run", every_file=False)
def one_command_run(repository: RepositorySeen) -> Iterator[Found | Unsure]:
    """A reviewer has minutes. What starts with one command gets looked at; what does not is taken on faith."""
    shown = bool(repository.readme and repository.readme.run_command)
    found = graded({"runner": bool(repository.runners), "shown": shown})
    paths = [*repository.runners, *([repository.readme.path] if shown and repository.readme else [])][:8]
    for find in found:
        yield Found(parts=find.parts, places=tuple(f"{path}:1" for path in paths)) if isinstance(find, Found) else find


@check("project-substance", of_code=True)
def project_substance(facts: Facts) -> Iterator[Finding]:
    """Courses end where the work begins. Lines you wrote for a question of your own show that you went on."""
    for project in facts.projects:
        repository = project.repository
        if repository is not None and project.counts:
            lines = authored_lines(repository)
            says = plural(lines, "line") + " of your own"
            yield Item(project.code, Level.OBSERVED, Found(says, amount=lines, places=at(repository.largest)))
            yield from unread_files(project.code, repository)
            if repository.history.shallow:
                yield Unread(project.code, "a shallow clone does not say who wrote it", "fetch its whole history")
    yield from unread_code(facts)


def authored_lines(repository: RepositorySeen) -> int:
    """Code lines, a notebook line counting half, by the person's share of people's commits."""
    lines = repository.code.lines + repository.code.notebook_lines // 2
    return lines * repository.history.own_share // 1000


@repository_check("release-history", every_file=False)
def release_history(repository: RepositorySeen) -> Iterator[Found | Unsure]:
    """A release says: this much is done, and here is what changed. Clients pay at such points."""
    releases = {tag.commit for tag in repository.history.tags}
    changelog = repository.documents.changelog
    unsure = None if repository.history.shallow else False
    parts = {
        "release": bool(releases) or unsure,
        "third-release": len(releases) >= 3 or unsure,
        "changelog": changelog is not None,
    }
    for find in graded(parts, why="a shallow clone leaves out tags", todo="fetch its whole history, with tags"):
        shown = (f"{changelog}:1",) if changelog else ()
        yield Found(parts=find.parts, places=shown) if isinstance(find, Found) else find


@repository_check("demo-media", every_file=False)
def demo_media(repository: RepositorySeen) -> Iterator[Found | Unsure]:
    """Most visitors decide within a minute. A picture, a film or a page to try says in ten seconds what it does."""
    readme = repository.readme
    if readme is None:
        yield Found("no README", quality=0)
        if why := unread_readme(repository):
            yield Unsure(why, Found())
        return
    counts = ((readme.images, "picture"), (readme.videos, "film"))
    shown = [plural(count, what) for count, what in counts if count]
    shown += [f"to be tried at {readme.demo}"] if readme.demo else []
    if shown:
        yield Found(", ".join(shown), places=(f"{readme.path}:1",))
        return
    yield Found("nothing to look at in the README; badges are no pictures", quality=0)
    if readme.language is None and readme.links:
        yield Unsure("whether a link leads to a demo is said in a language folio has no words for", Found())


@repository_check("no-committed-secrets", every_file=False, hygiene=True)
def no_committed_secrets(repository: RepositorySeen) -> Iterator[Found | Unsure]:
    """A live key in a public tree tells a client how theirs would be kept."""
    secrets = repository.secrets
    if secrets:
        yield Found(f"looks like a live key: {', '.join(names(secrets))}", quality=0, places=at(secrets))
    else:
        yield Found("no key was found in the tree")
