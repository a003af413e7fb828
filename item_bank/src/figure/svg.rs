//! A figure as a file of its own, for documentation, previews and tests.

use std::fmt::Write as _;

use super::model::Figure;

const STYLE: &str = "text{font-family:'Atkinson Hyperlegible',Verdana,sans-serif;font-size:14px;fill:#1f2b25;\
stroke:#fff;stroke-width:3px;stroke-linejoin:round;paint-order:stroke}\
.small{font-size:12px}.title{font-weight:700}\
path{fill:none;stroke:#1f2b25;stroke-width:1.5;stroke-linecap:round;stroke-linejoin:round}\
.grid{stroke:#c9c2b2;stroke-width:1}.tick{stroke-width:1.25}.outline{stroke-width:2}\
.surface{fill:#f4f1e8;stroke:none}.fill{fill:#a9d3b7;stroke:none}.fill-2{fill:#8f78b6;fill-opacity:.4;stroke:none}\
.hatch{stroke:#1d6844;stroke-width:.9;stroke-opacity:.75}.segment{stroke:#1d6844;stroke-width:3.5}\
.dashed{stroke-dasharray:5 4}.point{fill:#1d6844}.open-point{fill:#fff;stroke:#1d6844;stroke-width:2.5}\
.cross{stroke:#1d6844;stroke-width:2.2}.mark{stroke:#573b82;stroke-width:1.75}\
.head{fill:#1f2b25;stroke:none}.fraction-bar{stroke-width:1.25}";

/// A complete `<svg>`, in light colours.
pub fn to_svg(figure: &Figure) -> String {
    let (width, height) = (figure.width, figure.height);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" \
         width=\"{width}\" height=\"{height}\" role=\"img\" aria-label=\"{}\"><style>{STYLE}</style>",
        escaped(&figure.alt)
    );
    for path in &figure.paths {
        // writing to a String cannot fail
        let _ = write!(
            svg,
            "<path class=\"{}\" d=\"{}\"/>",
            path.class.name(),
            escaped(&path.d)
        );
    }
    for text in &figure.texts {
        let _ = write!(
            svg,
            "<text class=\"{}\" x=\"{}\" y=\"{}\" text-anchor=\"{}\">{}</text>",
            text.class.name(),
            text.x,
            text.y,
            text.anchor.name(),
            escaped(&text.text)
        );
    }
    svg.push_str("</svg>");
    svg
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
