"""The content as it would be with an address of publication: none is configured now."""

from dataclasses import replace

from builder.compose.leaflet import PUBLICATION
from builder.model.contacts import ContactKind
from builder.model.library import Content

ADDRESS = "https://memo.example/"


def published(content: Content) -> Content:
    site = replace(content.contacts[0], id=PUBLICATION, kind=ContactKind.WEB, value=ADDRESS.rstrip("/"))
    return replace(content, contacts=(*content.contacts, site))
