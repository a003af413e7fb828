//! Marked text of bridge files: `[[term]]`, `[[shown|term-id]]` and `$mathematics$`.

use crate::expr::Scope;
use crate::rich::{Inline, Rich, TermMark};
use crate::text::{TextError, compose};
use crate::{BadCode, TermId};

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadMark {
    #[error("'{0}' has a [[ without its ]]")]
    Open(String),
    #[error(transparent)]
    Code(#[from] BadCode),
    #[error(transparent)]
    Text(#[from] TextError),
}

/// Structures a marked text. An unnamed mark names the card of the same words: `[[unit rate]]` is
/// the card `unit-rate`.
pub fn parse_marked(source: &str) -> Result<Rich, BadMark> {
    let mut rich = Rich::new();
    let mut rest = source;
    while let Some(at) = rest.find("[[") {
        rich.extend(compose(&rest[..at], &Scope::default())?);
        let inside = &rest[at + 2..];
        let close = inside
            .find("]]")
            .ok_or_else(|| BadMark::Open(source.to_owned()))?;
        let (text, id) = match inside[..close].split_once('|') {
            Some((text, id)) => (text, id.to_owned()),
            None => (
                &inside[..close],
                inside[..close].to_lowercase().replace(' ', "-"),
            ),
        };
        let id: TermId = id.try_into()?;
        rich.push(Inline::Term(TermMark {
            id,
            text: text.to_owned(),
        }));
        rest = &inside[close + 2..];
    }
    rich.extend(compose(rest, &Scope::default())?);
    Ok(rich)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_become_terms() {
        let rich =
            parse_marked("Busca un [[common denominators|common-denominator]] de $1/2$.").unwrap();
        let Inline::Term(mark) = &rich[1] else {
            panic!("{rich:?}")
        };
        assert_eq!(
            (mark.id.as_str(), mark.text.as_str()),
            ("common-denominator", "common denominators")
        );
        assert!(matches!(rich[3], Inline::Math(_)));
        assert!(parse_marked("un [[ratio").is_err());
    }
}
