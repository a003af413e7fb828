//! Stylesheets joined, without comments and needless white space.

/// Removes comments and white space where it cannot matter: around `{`, `}`, `;` and `,` and
/// after `:`. Strings are kept as they are. Nothing is renamed, merged or reordered.
pub fn minify(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    let mut space = false;
    while let Some(c) = rest.chars().next() {
        if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.split_once("*/").map_or("", |(_, after)| after);
            space = true;
            continue;
        }
        if c.is_whitespace() {
            space = true;
            rest = &rest[c.len_utf8()..];
            continue;
        }
        let joins_before = out.ends_with(['{', '}', ';', ',', ':']) || out.is_empty();
        if space && !joins_before && !matches!(c, '{' | '}' | ';' | ',') {
            out.push(' ');
        }
        space = false;
        if c == '}' && out.ends_with(';') {
            out.pop();
        }
        let taken = if matches!(c, '"' | '\'') {
            string_length(rest, c)
        } else {
            c.len_utf8()
        };
        out.push_str(&rest[..taken]);
        rest = &rest[taken..];
    }
    out
}

/// Bytes of the string that `text` begins with, both quotes included.
fn string_length(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        if escaped {
            escaped = false;
        } else if c == '\\' {
            escaped = true;
        } else if c == quote {
            return at + c.len_utf8();
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::minify;

    fn check(css: &str, expected: &str) {
        assert_eq!(minify(css), expected);
    }

    #[test]
    fn removes_comments_and_space() {
        check("/* a */ a , b {\n  color : red;\n}\n", "a,b{color :red}");
        check("a{}/* between */b{}", "a{}b{}");
        check("a /* c */ b{x:y}", "a b{x:y}");
    }

    #[test]
    fn keeps_space_that_means_something() {
        check(
            "a{inline-size: calc(1px + 2px)}",
            "a{inline-size:calc(1px + 2px)}",
        );
        check("a :hover{x:y}", "a :hover{x:y}");
        check("a > b ~ c{margin: 0 auto}", "a > b ~ c{margin:0 auto}");
        check(
            "@media (width > 3em) and (hover){a{x:y}}",
            "@media (width > 3em) and (hover){a{x:y}}",
        );
    }

    #[test]
    fn keeps_strings() {
        check(
            r#"a{content: " /* no */ ; \" x "}"#,
            r#"a{content:" /* no */ ; \" x "}"#,
        );
        check("a{content:'→  '}", "a{content:'→  '}");
    }

    #[test]
    fn survives_what_never_closes() {
        check("a{x:y}/* open", "a{x:y}");
        check("a{content:'open", "a{content:'open");
    }
}
