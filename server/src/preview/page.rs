//! The page itself.

use std::fmt::Write as _;
use std::path::Path;

use item_bank::lint::{self, Failure};
use item_bank::{Bank, Cell, Foreseen, Hint, Item, Key, Part, Template, instantiate, to_svg};

use super::html::escaped;
use super::{Shown, rich};
use crate::commands::{Folder, SourceFile};

/// Items of each template, unless asked otherwise, and at most.
const ITEMS: u32 = 6;
const MOST_ITEMS: u32 = 50;
/// Fewer than a check would make, so that the page follows the author's hand.
const SEEDS: u32 = 100;

// writing to a String cannot fail: the results are dropped throughout

pub fn of(root: &Path, shown: &Shown) -> String {
    let folder = match Folder::read(root) {
        Ok(folder) => folder,
        Err(error) => return whole("Not read", "", &trouble(&error.to_string())),
    };
    let mut body = String::new();
    let built = folder.has_skills().then(|| folder.bank());
    let bank = match &built {
        Some(Ok(bank)) => bank,
        Some(Err(failures)) => {
            for failure in failures {
                let place = format!("{}:{}", failure.file, failure.line);
                body.push_str(&trouble(&format!("{place}\n{}", failure.message)));
            }
            Bank::embedded()
        }
        None => Bank::embedded(),
    };
    let file = shown.file.as_ref();
    let file = file.and_then(|name| folder.files.iter().find(|it| &it.name == name));
    let first = || {
        let mut of_templates = folder.files.iter();
        of_templates.find(|it| it.name.starts_with("content/templates/"))
    };
    let Some(file) = file.or_else(first) else {
        return whole("Nothing here", "", "<p>No file of templates is here.</p>");
    };
    body.push_str(&of_file(bank, file, shown));
    whole(&file.name, &navigation(&folder, file), &body)
}

fn whole(title: &str, nav: &str, body: &str) -> String {
    format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\"><title>{0}</title>\
         <link rel=\"stylesheet\" href=\"/preview.css\"><script src=\"/preview.js\" defer></script>\
         <body><nav>{nav}</nav><main><h1>{0}</h1>{body}</main></body></html>",
        escaped(title)
    )
}

fn navigation(folder: &Folder, here: &SourceFile) -> String {
    let mut nav = String::from("<ul>");
    let files = folder.files.iter();
    for file in files.filter(|it| it.name.starts_with("content/templates/")) {
        let current = if file.name == here.name {
            " aria-current=\"page\""
        } else {
            ""
        };
        let name = escaped(&file.name);
        let short = name.trim_start_matches("content/templates/");
        let _ = write!(nav, "<li><a href=\"/?file={name}\"{current}>{short}</a>");
        if file.name == here.name {
            nav.push_str("<ul>");
            for template in file.templates().unwrap_or_default() {
                let _ = write!(nav, "<li><a href=\"#{0}\">{0}</a></li>", template.id);
            }
            nav.push_str("</ul>");
        }
        nav.push_str("</li>");
    }
    nav + "</ul>"
}

fn trouble(text: &str) -> String {
    format!(
        "<pre class=\"failures\" role=\"alert\">{}</pre>",
        escaped(text)
    )
}

fn of_file(bank: &Bank, file: &SourceFile, shown: &Shown) -> String {
    let templates = match file.templates() {
        Ok(templates) => templates,
        Err(failure) => return trouble(&format!("Line {}\n{}", failure.line, failure.message)),
    };
    let mut out = String::new();
    for template in &templates {
        out.push_str(&of_template(bank, file, template, shown));
    }
    out
}

fn of_template(bank: &Bank, file: &SourceFile, template: &Template, shown: &Shown) -> String {
    let id = &template.id;
    let line = file.line_of(id.as_str());
    let mut out = format!(
        "<section id=\"{id}\"><h2>{id}</h2><p class=\"meta\">line {line}, version {}, {}, {:?}, {:?}</p>",
        template.version,
        escaped(template.skill.as_str()),
        template.kind,
        template.difficulty
    );
    if bank.skill(&template.skill).is_none() {
        out.push_str(&trouble(&format!(
            "Line {line}: there is no skill '{}'",
            template.skill
        )));
    }
    let (failures, warnings) = lint::check_template(bank, template, SEEDS);
    out.push_str(&findings("failures", line, &failures));
    out.push_str(&findings("warnings", line, &warnings));
    if let Some(passage) = template.passage.as_ref().and_then(|id| bank.passage(id)) {
        let _ = write!(
            out,
            "<details><summary>Passage: {}</summary>",
            escaped(&passage.title)
        );
        for text in passage
            .view()
            .map(|view| view.paragraphs)
            .unwrap_or_default()
        {
            let _ = write!(out, "<p>{}</p>", rich(&text));
        }
        out.push_str("</details>");
    }
    out.push_str("<div class=\"items\">");
    let count = shown.count.unwrap_or(ITEMS).min(MOST_ITEMS);
    for seed in (0..count).map(|n| shown.seed.wrapping_add(n)) {
        match instantiate(template, seed) {
            Ok(item) => out.push_str(&of_item(&item)),
            Err(error) => {
                let text = format!("Line {line}, seed {seed}: {error}");
                out.push_str(&trouble(&text));
            }
        }
    }
    out + "</div></section>"
}

fn findings(class: &str, line: usize, found: &[Failure]) -> String {
    if found.is_empty() {
        return String::new();
    }
    let mut out = format!("<ul class=\"{class}\">");
    for failure in found {
        let seed = failure.seed.map(|seed| format!(", seed {seed}"));
        let _ = write!(
            out,
            "<li>Line {line}{}: {}</li>",
            seed.unwrap_or_default(),
            escaped(&failure.what)
        );
    }
    out + "</ul>"
}

fn of_item(item: &Item) -> String {
    let mut out = format!(
        "<article class=\"item\"><h3>Seed {}</h3><p class=\"stem\">{}</p>",
        item.seed,
        rich(&item.stem)
    );
    if let Some(figure) = &item.figure {
        let _ = write!(
            out,
            "<figure>{}<figcaption class=\"meta\">{}</figcaption></figure>",
            to_svg(figure),
            escaped(&figure.alt)
        );
    }
    out.push_str(&of_key(&item.key));
    let _ = write!(
        out,
        "<p class=\"meta\">{}</p><p class=\"right\">{}</p><dl>",
        escaped(&item.form_note),
        rich(&item.key_rich())
    );
    list(&mut out, "Hints", item.hints.iter().map(hint));
    list(
        &mut out,
        "Solution",
        item.solution.iter().map(|step| rich(step)),
    );
    let wrong = item.misconceptions.iter().map(|it| {
        let answer = match &it.answer {
            Foreseen::Value(value) => value.to_string(),
            Foreseen::Text(text) => text.clone(),
        };
        format!("<b>{}</b>: {}", escaped(&answer), rich(&it.feedback))
    });
    list(&mut out, "Wrong answers", wrong);
    list(
        &mut out,
        "Any other wrong answer",
        item.feedback.iter().map(|text| rich(text)),
    );
    out + "</dl></article>"
}

fn list(out: &mut String, title: &str, lines: impl Iterator<Item = String>) {
    let lines: Vec<String> = lines.map(|line| format!("<dd>{line}</dd>")).collect();
    if !lines.is_empty() {
        let _ = write!(out, "<dt>{title}</dt>{}", lines.concat());
    }
}

fn hint(hint: &Hint) -> String {
    let mut out = rich(&hint.text);
    if let Some(ask) = &hint.ask {
        let _ = write!(out, " <i>asks ({:?})</i>{}", ask.kind, of_key(&ask.key));
    }
    out
}

/// What is offered besides a box to type in.
fn of_key(key: &Key) -> String {
    let parts = |parts: &[Part]| {
        let lines = parts
            .iter()
            .map(|part| format!("<li>{}</li>", rich(&part.text)));
        format!("<ul>{}</ul>", lines.collect::<String>())
    };
    match key {
        Key::Choices(choices) => {
            let mut out = String::from("<ul>");
            for choice in choices {
                let class = if choice.correct {
                    " class=\"right\""
                } else {
                    ""
                };
                let feedback = choice.feedback.as_ref().map(|text| rich(text));
                let _ = write!(
                    out,
                    "<li{class}>{}<div class=\"meta\">{}</div></li>",
                    rich(&choice.text),
                    feedback.unwrap_or_default()
                );
            }
            out + "</ul>"
        }
        Key::Order { parts: all, .. } => parts(all),
        Key::Match { left, right, .. } => parts(left) + &parts(right),
        Key::Words(accept) => format!(
            "<p class=\"meta\">{}</p>",
            escaped(&accept.join(" \u{b7} "))
        ),
        Key::Table { header, rows } => {
            let mut out = String::from("<table><tr>");
            for head in header {
                let _ = write!(out, "<th>{}</th>", rich(head));
            }
            out.push_str("</tr>");
            for row in rows {
                out.push_str("<tr>");
                for cell in row {
                    let text = match cell {
                        Cell::Given(text) => rich(text),
                        Cell::Gap(value) => format!("<b>{value}</b>"),
                    };
                    let _ = write!(out, "<td>{text}</td>");
                }
                out.push_str("</tr>");
            }
            out + "</table>"
        }
        Key::Line { axis, .. } => of_axis(&axis.names),
        Key::Plot { x, y, .. } => of_axis(&x.names) + &of_axis(&y.names),
        Key::Number { .. } | Key::Algebra { .. } => String::new(),
    }
}

fn of_axis(names: &[String]) -> String {
    let ends = names.first().zip(names.last());
    ends.map_or_else(String::new, |(from, to)| {
        let ticks = names.len();
        format!(
            "<p class=\"meta\">an axis from {} to {}, {ticks} ticks</p>",
            escaped(from),
            escaped(to)
        )
    })
}

#[cfg(test)]
mod tests {
    use item_bank::plain;

    use super::*;

    const FILE: &str = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../item_bank/content/templates/ratios/unit-rate.toml"
    );

    fn shown() -> Shown {
        Shown {
            file: None,
            seed: 3,
            count: Some(2),
        }
    }

    #[test]
    fn a_file_is_shown_at_its_seeds() {
        let page = of(Path::new(FILE), &shown());
        let bank = Bank::embedded();
        let skill = "6.RP.A.3b-unit-rate".parse().unwrap();
        for template in bank.templates_of(&skill) {
            assert!(page.contains(&format!("<section id=\"{}\">", template.id)));
            let item = instantiate(template, 4).unwrap();
            assert!(page.contains(&rich(&item.stem)), "{}", plain(&item.stem));
        }
        assert!(!page.contains("class=\"failures\""));
    }

    #[test]
    fn what_does_not_read_is_shown_in_place() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("mine.toml");
        let text = std::fs::read_to_string(FILE).unwrap();
        std::fs::write(&path, text.replacen("kind = ", "kinds = ", 1)).unwrap();
        let page = of(folder.path(), &shown());
        assert!(page.contains("Line 7") && page.contains("kinds"), "{page}");
    }

    #[test]
    fn a_wrong_expression_is_shown_with_its_line_and_seed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("mine.toml");
        let text = std::fs::read_to_string(FILE).unwrap();
        std::fs::write(
            &path,
            text.replacen("answer = \"r\"", "answer = \"r <\"", 1),
        )
        .unwrap();
        let page = of(&path, &shown());
        assert!(page.contains("Line 4, seed 3"), "{page}");
    }
}
