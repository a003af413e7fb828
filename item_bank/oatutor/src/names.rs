//! Names of the pool as codes of ours: the letters that both allow, and a fingerprint where that
//! would lose something, so that different names stay different.

use item_bank::{SkillCode, TemplateId};

/// Longest code.
const MAX: usize = 64;

/// `a_foil_2` as `oat-a-foil-2`.
pub(crate) fn skill_code(name: &str) -> Option<SkillCode> {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    slug("oat-", name, plain).parse().ok()
}

/// `a5340a6foil10a` as it is.
pub(crate) fn template_id(step: &str) -> Option<TemplateId> {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '.' || c == '-';
    slug("", step, plain).parse().ok()
}

fn slug(prefix: &str, name: &str, plain: impl Fn(char) -> bool) -> String {
    let allowed = |c: char| {
        if c.is_ascii_alphanumeric() || c == '.' || c == '-' {
            c
        } else {
            '-'
        }
    };
    let slug: String = prefix.chars().chain(name.chars()).map(allowed).collect();
    if slug.len() <= MAX && name.chars().all(plain) {
        return slug;
    }
    let kept = &slug[..slug.len().min(MAX - 9)];
    format!("{kept}-{:08x}", fnv(name))
}

/// FNV-1a, 32 bits.
fn fnv(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

/// `simplify_square_roots` as `Simplify square roots`.
pub(crate) fn title(name: &str) -> String {
    let words = name.replace('_', " ");
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut chars = words.chars();
    chars
        .next()
        .map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn different_names_stay_different() {
        let code = |name: &str| skill_code(name).map(|c| c.to_string()).unwrap_or_default();
        assert_eq!(code("simplify_square_roots"), "oat-simplify-square-roots");
        assert_ne!(code("l'hopital"), code("l_hopital"));
        let (long, longer) = ("a".repeat(70), "a".repeat(71));
        assert!(code(&long).len() == MAX && code(&long) != code(&longer));
        let id = template_id("a343428l'hopital19a").unwrap();
        assert!(id.as_str().starts_with("a343428l-hopital19a-"), "{id}");
        assert_eq!(template_id("a5-P08a").unwrap().as_str(), "a5-P08a");
        assert_eq!(
            title("add_and_subtract  monomials"),
            "Add and subtract monomials"
        );
    }
}
