//! Texts with values: `{name}`, `{n, number}` and `{n, plural, one {...} other {...}}`, as much of
//! ICU's message format as these texts use.

/// What is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arg<'a> {
    Text(&'a str),
    Number(usize),
}

/// By name; the first absent one ends them.
pub type Args<'a> = [Option<(&'static str, Arg<'a>)>; 4];

/// The text with its values. `category` is the language's plural category of a number. In a text from
/// right to left what is filled in is `isolated`, so that it keeps its own direction.
pub fn fill(
    text: &str,
    args: &Args<'_>,
    category: &dyn Fn(usize) -> String,
    isolated: bool,
) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(open) = rest.find('{') {
        out.push_str(&rest[..open]);
        let Some(inside) = braced(&rest[open..]) else {
            // an open end is no placeholder: the build has checked the English, the lint the rest
            out.push_str(&rest[open..]);
            return out;
        };
        put(&mut out, inside, args, category, isolated);
        rest = &rest[open + inside.len() + 2..];
    }
    out.push_str(rest);
    out
}

fn put(
    out: &mut String,
    inside: &str,
    args: &Args<'_>,
    category: &dyn Fn(usize) -> String,
    isolated: bool,
) {
    let mut parts = inside.splitn(3, ',').map(str::trim);
    let name = parts.next().unwrap_or_default();
    let found = args.iter().flatten().find(|(known, _)| *known == name);
    match (found, parts.next(), parts.next()) {
        (Some((_, Arg::Number(n))), Some("plural"), Some(branches)) => {
            let wanted = category(*n);
            let branch = branch(branches, &wanted).or_else(|| branch(branches, "other"));
            out.push_str(&fill(branch.unwrap_or_default(), args, category, isolated));
        }
        (Some((_, Arg::Number(n))), ..) => out.push_str(&n.to_string()),
        (Some((_, Arg::Text(text))), ..) if isolated => {
            // FIRST STRONG ISOLATE ... POP DIRECTIONAL ISOLATE
            out.push('\u{2068}');
            out.push_str(text);
            out.push('\u{2069}');
        }
        (Some((_, Arg::Text(text))), ..) => out.push_str(text),
        (None, ..) => {}
    }
}

/// The text of `one {...}` among branches.
fn branch<'a>(mut branches: &'a str, wanted: &str) -> Option<&'a str> {
    while let Some(open) = branches.find('{') {
        let inside = braced(&branches[open..])?;
        if branches[..open].trim() == wanted {
            return Some(inside);
        }
        branches = &branches[open + inside.len() + 2..];
    }
    None
}

/// What stands between the brace that `text` begins with and its partner.
fn braced(text: &str) -> Option<&str> {
    let mut depth = 0_usize;
    for (at, c) in text.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => {
                depth = depth.checked_sub(1)?;
                if depth == 0 {
                    return Some(&text[1..at]);
                }
            }
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(text: &str, args: &[(&'static str, Arg<'_>)], isolated: bool) -> String {
        let mut given = [None; 4];
        for (place, arg) in args.iter().enumerate() {
            given[place] = Some(*arg);
        }
        let category = |n| match n {
            1 => "one".to_owned(),
            2 => "two".to_owned(),
            _ => "other".to_owned(),
        };
        fill(text, &given, &category, isolated)
    }

    #[test]
    fn values_and_plurals() {
        let text = "{n, plural, one {{n} word} two {both words} other {{n} words}} for {who}";
        let say = |n| {
            filled(
                text,
                &[("n", Arg::Number(n)), ("who", Arg::Text("Ana"))],
                false,
            )
        };
        assert_eq!(say(1), "1 word for Ana");
        assert_eq!(say(2), "both words for Ana");
        assert_eq!(say(5), "5 words for Ana");
        assert_eq!(
            filled("{n, number}%", &[("n", Arg::Number(9))], false),
            "9%"
        );
    }

    #[test]
    fn a_category_without_a_branch_falls_back() {
        let text = "{n, plural, other {many}}";
        assert_eq!(filled(text, &[("n", Arg::Number(1))], false), "many");
    }

    #[test]
    fn what_is_filled_in_keeps_its_direction() {
        let shown = filled("\u{645}\u{646} {who}", &[("who", Arg::Text("A, B"))], true);
        assert_eq!(shown, "\u{645}\u{646} \u{2068}A, B\u{2069}");
    }

    #[test]
    fn nothing_a_text_holds_breaks_it() {
        for text in ["{", "}", "{n", "{n, plural, one {x}", "{{}}", "a } b {"] {
            let _ = filled(text, &[("n", Arg::Number(1))], true);
        }
    }
}
