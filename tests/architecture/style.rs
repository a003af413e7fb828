//! Sizes of files, and what pages may load and how they are laid out.

use crate::tree::{Source, refuse, sources};

const LONGEST: usize = 600;
const LONG: usize = 400;

#[test]
fn files_are_rooms_not_halls() {
    let files = sources("", "rs");
    let with_length = files.iter().map(|f| (f.text.lines().count(), &f.path));
    let mut long: Vec<_> = with_length.filter(|(lines, _)| *lines > LONG).collect();
    long.sort();
    for (lines, path) in &long {
        println!("{path} has {lines} lines: it wants to be two rooms");
    }
    let offences: Vec<_> = long
        .iter()
        .filter(|(lines, _)| *lines > LONGEST)
        .map(|(lines, path)| format!("{path}: {lines} lines"))
        .collect();
    refuse("No file is over 600 lines:", &offences);
}

/// Names of XML vocabularies, which look like addresses and are never fetched.
const NAMESPACES: &str = "http://www.w3.org/";

#[test]
fn nothing_comes_from_elsewhere() {
    let kinds = ["html", "js", "css", "svg", "webmanifest", "json"];
    let static_files = kinds.iter().flat_map(|kind| {
        ["app/public", "app/styles"]
            .into_iter()
            .flat_map(move |folder| sources(folder, kind))
    });
    let mut offences = Vec::new();
    for source in static_files.chain(sources("app/src", "rs")) {
        for (number, line) in source.lines() {
            let text = line.replace(NAMESPACES, "");
            let comment = text.trim_start().starts_with("//") || text.trim_start().starts_with('*');
            if !comment && (text.contains("http://") || text.contains("https://")) {
                offences.push(format!("{}:{number}: {}", source.path, line.trim()));
            }
        }
    }
    refuse(
        "No page loads or calls anything but its own server:",
        &offences,
    );
}

/// Left and right are physical: in Arabic the page would be the wrong way round.
const PHYSICAL: [&str; 12] = [
    "margin-left",
    "margin-right",
    "padding-left",
    "padding-right",
    "border-left",
    "border-right",
    "text-align: left",
    "text-align: right",
    "float: left",
    "float: right",
    " left:",
    " right:",
];

#[test]
fn layout_is_logical() {
    let mut offences = Vec::new();
    for source in sources("app/styles", "css") {
        for (number, line) in source.lines() {
            if let Some(found) = PHYSICAL.iter().find(|p| line.contains(**p)) {
                offences.push(format!("{}:{number}: {}", source.path, found.trim()));
            }
        }
    }
    refuse(
        "Use inline-start and inline-end (right-to-left languages):",
        &offences,
    );
}

#[test]
fn nothing_is_left_for_later() {
    let marks = [
        ["TO", "DO"].concat(),
        ["FIX", "ME"].concat(),
        ["todo", "!("].concat(),
    ];
    let marked = |source: &Source| {
        let lines = source
            .lines()
            .filter(|(_, l)| marks.iter().any(|m| l.contains(m.as_str())));
        lines
            .map(|(n, l)| format!("{}:{n}: {}", source.path, l.trim()))
            .collect::<Vec<_>>()
    };
    let offences: Vec<_> = sources("", "rs").iter().flat_map(marked).collect();
    refuse("Do it, or file an issue:", &offences);
}
