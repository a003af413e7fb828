//! A text of the pool as one of ours: `$$...$$` stays, everything that would mean something else to
//! our reader is escaped.

use std::collections::BTreeMap;

use item_bank::read_latex;

use crate::formula::{self, Formula};
use crate::reason::{Held, Reason};
use crate::vary::Names;

/// `**bold**`, LaTeX and values as our authors write them.
pub(crate) fn author_text(text: &str, names: &Names) -> Result<String, Held> {
    refuse(text)?;
    let mut out = String::new();
    for part in parts(text) {
        match part {
            Part::Prose(words) => out.push_str(&prose(words, names)?),
            Part::Formula(source) => match formula::read(&source) {
                Formula::Latex(latex) => {
                    out.push_str("$$");
                    out.push_str(&names.in_latex(&latex)?);
                    out.push_str("$$");
                }
                Formula::Words(words) => out.push_str(&prose(&words, names)?),
            },
        }
    }
    Ok(tidy(&out))
}

enum Part<'a> {
    Prose(&'a str),
    Formula(String),
}

/// The text at its dollars. A converter put some of them inside a group: `\frac{a}{\sin$$ $$A$$}` is
/// one formula, up to where its braces close.
fn parts(text: &str) -> Vec<Part<'_>> {
    let pieces: Vec<&str> = text.split("$$").collect();
    let mut all = Vec::new();
    let mut n = 0;
    while n < pieces.len() {
        // the last piece of an odd number of marks belongs to no pair
        if n % 2 == 0 || n + 1 == pieces.len() {
            all.push(Part::Prose(pieces[n]));
            n += 1;
            continue;
        }
        let mut source = pieces[n].to_owned();
        let mut end = n + 1;
        while formula::open_braces(&source) > 0 && end < pieces.len() {
            let beyond = pieces.get(end + 1).filter(|_| end + 2 < pieces.len());
            let (inside, rest) = match formula::closes_at(&source, pieces[end]) {
                // prose goes on behind the brace that closes all of it
                Some(at) if beyond.is_none() => pieces[end].split_at(at),
                _ => (pieces[end], ""),
            };
            source.push_str(inside);
            source.push_str(beyond.copied().unwrap_or_default());
            end += if beyond.is_some() { 2 } else { 1 };
            if !rest.is_empty() {
                all.push(Part::Formula(std::mem::take(&mut source)));
                all.push(Part::Prose(rest));
            }
        }
        if !source.is_empty() {
            all.push(Part::Formula(source));
        }
        n = end;
    }
    all
}

/// What no conversion can mend.
fn refuse(text: &str) -> Result<(), Held> {
    if let Some(name) = figure(text) {
        return Err(Held::new(Reason::NeedsFigure, name));
    }
    if let Some(found) = placeholder(text) {
        return Err(Held::new(Reason::Placeholder, found));
    }
    Ok(())
}

/// A picture that the text refers to: `##figure1.gif##`, or an address of one.
pub(crate) fn figure(text: &str) -> Option<String> {
    if let Some(at) = text.find("##") {
        return Some(text[at..].chars().take(40).collect());
    }
    let picture = [".png", ".jpg", ".jpeg", ".gif", ".svg", "/resources/"];
    let shows = |word: &&str| word.contains("://") && picture.iter().any(|end| word.contains(end));
    text.split_whitespace().find(shows).map(str::to_owned)
}

/// Puts the texts that stand for figures in their places.
pub(crate) fn describe_figures(text: &mut String, problem: &str, texts: &BTreeMap<String, String>) {
    if texts.is_empty() || !text.contains("##") {
        return;
    }
    let parts: Vec<&str> = text.split("##").collect();
    let mut out = String::new();
    for (n, part) in parts.iter().enumerate() {
        match texts.get(&format!("{problem}/{part}")) {
            Some(words) if n % 2 == 1 => out += &["(Figure: ", words, ")"].concat(),
            _ if n % 2 == 1 => out += &["##", part, "##"].concat(),
            _ => out.push_str(part),
        }
    }
    *text = out;
}

/// `%{oats_user_id}` or `%CAR%`.
fn placeholder(text: &str) -> Option<String> {
    text.match_indices('%').find_map(|(at, _)| {
        let rest = &text[at + 1..];
        if let Some(name) = rest.strip_prefix('{') {
            let end = name.find('}')?;
            return Some(format!("%{{{}}}", &name[..end]));
        }
        let end = rest.find('%')?;
        let name = &rest[..end];
        let upper = |c: char| c.is_ascii_uppercase() || c == '_';
        (name.len() > 1 && name.chars().all(upper)).then(|| format!("%{name}%"))
    })
}

/// Words outside formulas.
fn prose(text: &str, names: &Names) -> Result<String, Held> {
    let text = without_tags(text);
    let mut out = String::new();
    let mut rest = text.as_str();
    while let Some(c) = rest.chars().next() {
        let mut next = &rest[c.len_utf8()..];
        match c {
            '@' if next.starts_with('{') => {
                let end = next.find('}').ok_or_else(|| {
                    Held::new(Reason::Variables, format!("'{}' has no }}", stub(rest)))
                })?;
                out += &["{", &names.field(&next[1..end])?, "}"].concat();
                next = &next[end + 1..];
            }
            '\\' => {
                let (words, after) = command(next)?;
                out.push_str(&words);
                next = after;
            }
            '*' if next.starts_with('*') => {
                // a power as programmers write it; bold never stands in the pool
                out.push('^');
                next = next.trim_start_matches('*');
            }
            '$' | '{' | '}' | '*' => {
                out.push('\\');
                out.push(c);
            }
            BOLD => out.push_str("**"),
            '\u{200B}'..='\u{200F}' | '\u{FEFF}' => {}
            c => out.push(c),
        }
        rest = next;
    }
    Ok(out)
}

/// After a backslash in prose: a line's end, a sign, or a command that got outside its formula.
fn command(rest: &str) -> Result<(String, &str), Held> {
    let letters = rest
        .find(|c: char| !c.is_ascii_alphabetic())
        .unwrap_or(rest.len());
    let (name, after) = rest.split_at(letters);
    if name.is_empty() {
        let sign = after.chars().next();
        let width = sign.map_or(0, char::len_utf8);
        let text = match sign {
            Some('$') => "\\$".to_owned(),
            Some('{') => "\\{".to_owned(),
            Some('}') => "\\}".to_owned(),
            Some('\\') | None => "\n".to_owned(),
            Some(c) if c.is_whitespace() => " ".to_owned(),
            Some(c) => c.to_string(),
        };
        return Ok((text, &after[width..]));
    }
    if let Ok(math) = read_latex(&format!("\\{name}")) {
        return Ok((math.plain(), after));
    }
    match name.strip_prefix(['n', 't']) {
        Some(_) => Ok(("\n".to_owned(), &rest[1..])),
        None => Err(Held::new(
            Reason::Latex,
            format!("\\{name} outside a formula"),
        )),
    }
}

/// Marks where a `<b>` began or ended until the text is escaped.
const BOLD: char = '\u{E800}';

/// HTML left out, its line breaks and bold kept. `<` of anything else is a sign.
fn without_tags(text: &str) -> String {
    const TAGS: [&str; 17] = [
        "b", "strong", "i", "em", "u", "p", "br", "div", "span", "sub", "sup", "ul", "ol", "li",
        "a", "small", "center",
    ];
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let close = rest.find('>').unwrap_or(0);
        let inside = rest.get(1..close).unwrap_or("");
        let name = inside
            .trim_matches('/')
            .split([' ', '/'])
            .next()
            .unwrap_or("");
        let name = name.to_ascii_lowercase();
        if TAGS.contains(&name.as_str()) {
            match name.as_str() {
                "b" | "strong" => out.push(BOLD),
                "br" | "p" | "div" | "li" => out.push('\n'),
                _ => {}
            }
            rest = &rest[close + 1..];
        } else {
            out.push('<');
            rest = &rest[1..];
        }
    }
    out.push_str(rest);
    if out.matches(BOLD).count() % 2 == 1 {
        out = out.replace(BOLD, "");
    }
    out.replace("&nbsp;", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
}

/// Spaces and empty lines that the layout of the pool left.
fn tidy(text: &str) -> String {
    let lines = text.lines().map(|line| {
        let words: Vec<&str> = line.split(' ').filter(|word| !word.is_empty()).collect();
        words.join(" ")
    });
    let lines: Vec<String> = lines.filter(|line| !line.trim().is_empty()).collect();
    lines.join("\n").trim().to_owned()
}

pub(crate) fn stub(text: &str) -> String {
    text.chars().take(60).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let made = author_text(text, &Names::default());
        let made = made.unwrap_or_else(|held| format!("! {}: {}", held.reason.code(), held.detail));
        assert_eq!(made, expected, "{text}");
    }

    #[test]
    fn texts_become_ours() {
        check(
            "It costs $4 and {x} of 2*3",
            "It costs \\$4 and \\{x\\} of 2\\*3",
        );
        check(r"One\nTwo \n\n", "One\nTwo");
        check("x**2 or $$x**{2}$$", "x^2 or $$x^{2}$$");
        check(
            "The $$y-intercept$$ of $$y=x$$",
            "The y-intercept of $$y=x$$",
        );
        check("$$A=1,$$b=2.$$ (Round)", "$$A=1,$$b=2. (Round)");
        check(
            r"so $$\frac{a}{\sin$$ $$A$$} $$=$$ $$x$$.",
            r"so $$\frac{a}{\sin A} =$$ $$x$$.",
        );
        check(
            r"$$/lim{h,0$$, $$\frac{9}{h}$$}",
            r"$$\lim_{h\to 0}{ \frac{9}{h}}$$",
        );
        check(r"$$\frac{1}{2$$} is half", r"$$\frac{1}{2}$$ is half");
        check(r"$$\pi, \$$ $$2\pi$$", r"$$\pi,$$ $$2\pi$$");
        check("on $$0$$ \\leq \\theta", "on $$0$$ ≤ θ");
        check("a <b>bold</b><br/>word, x<y", "a **bold**\nword, x<y");
    }

    #[test]
    fn what_cannot_be_shown_is_refused() {
        check("See ##figure1.gif##", "! needs-figure: ##figure1.gif##");
        check(
            "at https://x.org/a.png",
            "! needs-figure: https://x.org/a.png",
        );
        check("Your %CAR% or %{oats_user_id}", "! placeholder: %CAR%");
        check("5% and 10%", "5% and 10%");
        check("\\frac outside", "! latex: \\frac outside a formula");
    }
}
