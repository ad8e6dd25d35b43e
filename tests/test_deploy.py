"""What ``deploy/`` and its guide name is there: options, files, and the parts of each other.

Servers behind nginx and Caddy are tried in ``tests/browser/test_across_servers.py``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML
from typer.main import get_command

from lhs_widgets.server.cli import app

REPOSITORY = Path(__file__).parents[1]
DEPLOY = REPOSITORY / "deploy"
GUIDE = (REPOSITORY / "docs" / "deployment.md").read_text("utf-8")

Manifest = dict[str, Any]


@pytest.fixture(scope="module")
def manifests() -> list[Manifest]:
    files = sorted((DEPLOY / "kubernetes").glob("*.yaml"))
    return [each for file in files for each in YAML(typ="safe").load_all(file)]


@pytest.fixture(scope="module")
def compose() -> Manifest:
    loaded: Manifest = YAML(typ="safe").load(DEPLOY / "compose.yaml")
    return loaded


def of_kind(manifests: list[Manifest], kind: str) -> Manifest:
    (found,) = (each for each in manifests if each["kind"] == kind)
    return found


def containers(manifests: list[Manifest]) -> Iterator[Manifest]:
    for manifest in manifests:
        yield from (
            manifest.get("spec", {}).get("template", {}).get("spec", {}).get("containers", ())
        )


def know(arguments: list[str]) -> None:
    """Each option is one of the command's own."""
    name, *options = arguments
    command = get_command(app).commands[name]  # type: ignore[attr-defined]
    known = {option for parameter in command.params for option in parameter.opts}
    assert {each.partition("=")[0] for each in options if each.startswith("--")} <= known


def test_commands_of_containers_are_those_of_this_version(
    manifests: list[Manifest], compose: Manifest
) -> None:
    started = [each["args"] for each in containers(manifests)]
    started += [compose["services"][name]["command"] for name in ("one", "two", "tables")]
    assert len(started) == 5
    for arguments in started:
        know(arguments)


def test_the_command_of_the_unit_is_that_of_this_version() -> None:
    unit = (DEPLOY / "systemd" / "lhs@.service").read_text("utf-8")
    (line,) = re.findall(r"^ExecStart=\S+/lhs (.+)$", unit, re.MULTILINE)
    know(line.split())


def test_parts_find_each_other_by_their_names(manifests: list[Manifest]) -> None:
    labels = of_kind(manifests, "Deployment")["spec"]["template"]["metadata"]["labels"]
    assert of_kind(manifests, "Service")["spec"]["selector"] == labels
    assert of_kind(manifests, "PodDisruptionBudget")["spec"]["selector"]["matchLabels"] == labels
    rule = of_kind(manifests, "Ingress")["spec"]["rules"][0]["http"]["paths"][0]
    assert rule["backend"]["service"]["name"] == of_kind(manifests, "Service")["metadata"]["name"]


def test_what_a_container_is_told_is_there(manifests: list[Manifest]) -> None:
    there = {
        (kind, of_kind(manifests, kind)["metadata"]["name"], key)
        for kind, part in (("ConfigMap", "data"), ("Secret", "stringData"))
        for key in of_kind(manifests, kind)[part]
    }
    for container in containers(manifests):
        for variable in container["env"]:
            ((way, source),) = variable["valueFrom"].items()
            kind = {"configMapKeyRef": "ConfigMap", "secretKeyRef": "Secret"}[way]
            assert (kind, source["name"], source["key"]) in there


def test_no_container_can_write_to_its_root_or_gain_rights(
    manifests: list[Manifest], compose: Manifest
) -> None:
    for container in containers(manifests):
        assert container["securityContext"] == {
            "allowPrivilegeEscalation": False,
            "readOnlyRootFilesystem": True,
            "capabilities": {"drop": ["ALL"]},
        }
    for name in ("one", "two", "tables"):
        assert compose["services"][name]["read_only"]
        assert compose["services"][name]["cap_drop"] == ["ALL"]


def test_files_that_the_guide_names_are_there() -> None:
    named = set(re.findall(r"(?:/opt/lhs/|\b)(deploy/[\w/.@-]+\w)", GUIDE))
    assert len(named) > 5
    for path in named:
        assert (REPOSITORY / path).exists(), path


def test_commands_that_the_guide_names_are_there() -> None:
    named = set(re.findall(r"(?:^|`|bin/)lhs ([a-z][a-z-]+)", GUIDE, re.MULTILINE))
    assert len(named) > 5
    assert named <= set(get_command(app).commands)  # type: ignore[attr-defined]
