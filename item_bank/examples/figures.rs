//! Draws every kind of figure on one sheet, with the alt text beneath each.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

use item_bank::{FigureRule, preview, to_svg};
use serde::Deserialize;

#[derive(Deserialize)]
struct Sheet {
    show: Vec<Show>,
}

#[derive(Deserialize)]
struct Show {
    figure: FigureRule,
    #[serde(default)]
    vars: BTreeMap<String, String>,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let to = std::env::args().nth(1).ok_or("give the file to write")?;
    let sheet: Sheet = toml::from_str(include_str!("figures.toml"))?;
    let mut html = String::from(
        "<!doctype html><meta charset=utf-8><meta name=viewport content='width=device-width'>\
         <title>Figures</title><style>body{font:14px/1.4 Verdana,sans-serif;margin:16px;\
         display:flex;flex-wrap:wrap;gap:24px}figure{margin:0;width:380px;max-width:100%}\
         svg{max-width:100%;height:auto}figcaption{color:#555;font-size:12px}</style>",
    );
    for show in &sheet.show {
        let vars: Vec<_> = show
            .vars
            .iter()
            .map(|(k, v)| (k.as_str(), v.as_str()))
            .collect();
        match preview(&show.figure, &vars) {
            Ok(figure) => write!(
                html,
                "<figure>{}<figcaption><b>{}</b> {}</figcaption></figure>",
                to_svg(&figure),
                show.figure.name(),
                figure.alt.replace('<', "&lt;")
            )?,
            Err(error) => {
                eprintln!("{error}");
                write!(html, "<figure><figcaption>{error}</figcaption></figure>")?;
            }
        }
    }
    fs::write(to, html)?;
    Ok(())
}
