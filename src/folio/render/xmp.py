"""The metadata that lets one PDF declare two standards: PDF/A-3a for archives, PDF/UA-1 for screen readers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

UA = b"""\
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that this file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""


def both_standards(metadata: Any) -> Callable[..., None]:
    """A stand-in for WeasyPrint's writer of metadata: it adds the identification of PDF/UA-1 and its schema, and leaves
    the stream uncompressed, as PDF/A wants it."""

    def include(pdf: Any, variant: str, version: int, conformance: str, compress: bool) -> None:
        import pydyf  # type: ignore[import-untyped]

        rdf: bytes = metadata.generate_rdf_metadata(variant, version, conformance)
        start = rdf.index(b">") + 1
        packet = (
            b'<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>\n<x:xmpmeta xmlns:x="adobe:ns:meta/">\n'
            + rdf[:start]
            + b"\n"
            + UA
            + rdf[start:]
            + b'\n</x:xmpmeta>\n<?xpacket end="r"?>'
        )
        stream = pydyf.Stream([packet], {"Type": "/Metadata", "Subtype": "/XML"}, compress=False)
        pdf.add_object(stream)
        pdf.catalog["Metadata"] = stream.reference

    return include
