//! Text with mathematics as HTML and MathML.

use item_bank::{Inline, Math};

use super::html::escaped;

/// A run of text.
pub fn rich(text: &[Inline]) -> String {
    text.iter()
        .map(|inline| match inline {
            Inline::Text(text) => escaped(text),
            Inline::Strong(text) => format!("<strong>{}</strong>", escaped(text)),
            Inline::Term(mark) => {
                format!("<bdi lang=\"en\" dir=\"ltr\">{}</bdi>", escaped(&mark.text))
            }
            Inline::Math(math) => format!("<math>{}</math>", mathml(math)),
        })
        .collect()
}

/// The inside of a `<math>`.
pub fn mathml(math: &Math) -> String {
    let two = |tag: &str, parts: &(Math, Math)| {
        format!("<{tag}>{}{}</{tag}>", mathml(&parts.0), mathml(&parts.1))
    };
    match math {
        Math::Row(parts) => {
            let parts: String = parts.iter().map(mathml).collect();
            format!("<mrow>{parts}</mrow>")
        }
        Math::Num(text) => format!("<mn>{}</mn>", escaped(text)),
        Math::Ident(text) => format!("<mi>{}</mi>", escaped(text)),
        Math::Op(text) => format!("<mo>{}</mo>", escaped(text)),
        Math::Words(text) => format!("<mtext>{}</mtext>", escaped(text)),
        Math::Frac(parts) => two("mfrac", parts),
        Math::Sup(parts) => two("msup", parts),
        Math::Mixed(parts) => {
            let (whole, top, bottom) = &**parts;
            let (whole, top, bottom) = (mathml(whole), mathml(top), mathml(bottom));
            format!("<mrow>{whole}<mspace width=\"0.1em\"/><mfrac>{top}{bottom}</mfrac></mrow>")
        }
        Math::Sub(parts) => two("msub", parts),
        Math::SubSup(parts) => {
            let (base, below, above) = &**parts;
            let parts = [base, below, above].map(mathml).concat();
            format!("<msubsup>{parts}</msubsup>")
        }
        Math::Sqrt(inside) => format!("<msqrt>{}</msqrt>", mathml(inside)),
        Math::Root(parts) => two("mroot", parts),
        Math::Over(parts) => {
            let (base, mark) = (mathml(&parts.0), escaped(&parts.1));
            format!("<mover accent=\"true\">{base}<mo>{mark}</mo></mover>")
        }
        Math::Table(rows) => {
            let cell = |cell: &Math| format!("<mtd>{}</mtd>", mathml(cell));
            let row = |row: &Vec<Math>| {
                format!("<mtr>{}</mtr>", row.iter().map(cell).collect::<String>())
            };
            format!(
                "<mtable>{}</mtable>",
                rows.iter().map(row).collect::<String>()
            )
        }
        Math::Blank => "<mo stretchy=\"false\">\u{25a1}</mo>".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn num(text: &str) -> Math {
        Math::Num(text.to_owned())
    }

    #[test]
    fn mathematics_is_laid_out_and_escaped() {
        let half = Math::Frac(Box::new((num("1"), num("2"))));
        let row = Math::Row(vec![half, Math::Op("<".to_owned()), Math::Blank]);
        assert_eq!(
            mathml(&row),
            "<mrow><mfrac><mn>1</mn><mn>2</mn></mfrac><mo>&lt;</mo>\
             <mo stretchy=\"false\">\u{25a1}</mo></mrow>"
        );
        let root = Math::Root(Box::new((num("8"), num("3"))));
        assert_eq!(mathml(&root), "<mroot><mn>8</mn><mn>3</mn></mroot>");
        let text = vec![Inline::Text("a < b".to_owned()), Inline::Math(num("3"))];
        assert_eq!(rich(&text), "a &lt; b<math><mn>3</mn></math>");
    }
}
