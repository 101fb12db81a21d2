"""The shape of the configuration as a JSON Schema."""

from __future__ import annotations

from typing import Any

from claimcheck.settings import HELP, SHAPE
from claimcheck.yamlfile import Fields, ListOf, MapOf, OneOf

_TYPES = {str: "string", int: "integer", bool: "boolean", float: "number"}


def json_schema() -> dict[str, Any]:
    """A JSON Schema (draft 2020-12) of ``.claimcheck.yaml``."""
    schema = _of(SHAPE)
    for key, text in HELP.items():
        schema["properties"][key]["description"] = text
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "claimcheck configuration", **schema}


def _of(shape: Any) -> dict[str, Any]:
    if isinstance(shape, Fields):
        properties = {key: _of(each) for key, each in {**shape.required, **shape.optional}.items()}
        required = {"required": list(shape.required)} if shape.required else {}
        return {"type": "object", "properties": properties, **required, "additionalProperties": False}
    if isinstance(shape, ListOf):
        return {"type": "array", "items": _of(shape.item)}
    if isinstance(shape, MapOf):
        return {"type": "object", "additionalProperties": _of(shape.value)}
    if isinstance(shape, OneOf):
        return {"enum": list(shape.values)}
    return {"type": _TYPES[shape]}
