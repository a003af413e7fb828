//! What stands between the dollars: LaTeX as a converter wrote it, with whole words and bare names
//! of functions in it, which LaTeX would set letter by letter.

/// A formula, or words that a converter took for one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Formula {
    Latex(String),
    Words(String),
}

pub(crate) fn read(source: &str) -> Formula {
    if is_prose(source) {
        return Formula::Words(source.to_owned());
    }
    Formula::Latex(mended(source))
}

/// `y-intercept`, ` to find the value of `, `. `.
fn is_prose(source: &str) -> bool {
    let marks = |c: char| c.is_alphabetic() || c.is_whitespace() || "-,.;:'’".contains(c);
    if source.trim().is_empty() {
        return true;
    }
    if !source.chars().all(marks) {
        return false;
    }
    let mut words = source
        .split(|c: char| !c.is_alphabetic())
        .filter(|w| !w.is_empty());
    let first = words.clone().next();
    match first {
        None => source.trim().chars().all(|c| ".,;:".contains(c)),
        Some(_) => words.any(|word| word.len() >= 4 && !is_name(word)),
    }
}

const FUNCTIONS: [&str; 13] = [
    "arcsin", "arccos", "arctan", "sinh", "cosh", "sin", "cos", "tan", "sec", "csc", "cot", "log",
    "ln",
];
const LETTERS: [&str; 8] = [
    "theta", "alpha", "beta", "pi", "phi", "lambda", "sigma", "omega",
];

fn is_name(word: &str) -> bool {
    FUNCTIONS.contains(&word) || LETTERS.contains(&word)
}

/// How many `{` wait for their `}`.
pub(crate) fn open_braces(source: &str) -> i32 {
    let source = source.replace("\\{", "").replace("\\}", "");
    source
        .chars()
        .map(|c| i32::from(c == '{') - i32::from(c == '}'))
        .sum()
}

/// Where in `more` the last open brace of `source` closes, just behind it.
pub(crate) fn closes_at(source: &str, more: &str) -> Option<usize> {
    let mut open = open_braces(source);
    more.char_indices().find_map(|(at, c)| {
        open += i32::from(c == '{') - i32::from(c == '}');
        (open == 0 && c == '}').then_some(at + 1)
    })
}

/// `/lim{h,0, x}`, a notation of the pool's converter, as LaTeX.
fn limits(source: &str) -> String {
    let Some((before, after)) = source.split_once("/lim{") else {
        return source.to_owned();
    };
    let mut parts = after.splitn(3, ',');
    match (parts.next(), parts.next(), parts.next()) {
        (Some(name), Some(to), Some(rest)) => {
            format!("{before}\\lim_{{{name}\\to {to}}}{{{}", limits(rest))
        }
        _ => source.to_owned(),
    }
}

/// Bare names as commands, words as texts, `**` as a power.
fn mended(source: &str) -> String {
    // a backslash at the end was that of a space
    let source = source
        .trim()
        .trim_end_matches('\\')
        .trim_end()
        .replace("**", "^");
    let source = limits(&source);
    let mut out = String::new();
    let mut rest = source.as_str();
    // inside `\text{...}` and the like nothing is mathematics
    let mut raw = false;
    while let Some(c) = rest.chars().next() {
        if c == '\\' {
            let name = 1 + rest[1..]
                .find(|c: char| !c.is_ascii_alphabetic())
                .unwrap_or(rest.len() - 1);
            let name = name.max(1 + rest[1..].chars().next().map_or(0, char::len_utf8));
            let (command, after) = rest.split_at(name);
            if command == "\\n" {
                out.push(' ');
            } else {
                out.push_str(command);
            }
            raw = matches!(
                command,
                "\\text"
                    | "\\textbf"
                    | "\\mathrm"
                    | "\\operatorname"
                    | "\\begin"
                    | "\\end"
                    | "\\color"
                    | "\\mbox"
                    | "\\textit"
                    | "\\mathbf"
                    | "\\mathbb"
            );
            rest = after;
            continue;
        }
        if raw && c == '{' {
            let end = rest.find('}').map_or(rest.len(), |at| at + 1);
            out.push_str(&rest[..end]);
            rest = &rest[end..];
            raw = false;
            continue;
        }
        if c == '@' && rest.starts_with("@{") {
            let end = rest.find('}').map_or(rest.len(), |at| at + 1);
            out.push_str(&rest[..end]);
            rest = &rest[end..];
            continue;
        }
        if c.is_ascii_alphabetic() {
            let end = rest
                .find(|c: char| !c.is_ascii_alphabetic())
                .unwrap_or(rest.len());
            let (word, after) = rest.split_at(end);
            out.push_str(&word_in_formula(word));
            rest = after;
            continue;
        }
        out.push(c);
        rest = &rest[c.len_utf8()..];
    }
    out
}

fn word_in_formula(word: &str) -> String {
    if let Some(name) = FUNCTIONS
        .into_iter()
        .chain(LETTERS)
        .find(|name| word.starts_with(name))
    {
        let rest = &word[name.len()..];
        // `sinx`, `costheta`; not `cosine`
        if rest.len() <= 1 || is_name(rest) {
            return format!("\\{name} {}", word_in_formula(rest));
        }
    }
    match word {
        "inf" => "\\infty ".to_owned(),
        "sqrt" => "\\sqrt ".to_owned(),
        _ if word.len() >= 4 => format!("\\text{{{word}}}"),
        "and" | "or" | "for" | "the" | "if" => format!("\\text{{ {word} }}"),
        _ => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_names() {
        let latex = |source: &str, expected: &str| assert_eq!(mended(source), expected);
        latex("cosx+2sintheta", r"\cos x+2\sin \theta ");
        latex(r"\frac{xy}{ab}", r"\frac{xy}{ab}");
        latex("d=milligrams", r"d=\text{milligrams}");
        latex(r"\text{if cos}", r"\text{if cos}");
        latex(
            r"\begin{bmatrix}1\end{bmatrix}",
            r"\begin{bmatrix}1\end{bmatrix}",
        );
        latex(r"12**{\circ}", r"12^{\circ}");
        assert_eq!(
            read("pain-reducing"),
            Formula::Words("pain-reducing".into())
        );
        assert_eq!(read("xy-ab"), Formula::Latex("xy-ab".into()));
        assert_eq!(
            read(" to find the value of "),
            Formula::Words(" to find the value of ".into())
        );
    }
}
