//! The two pages, what they load, and the service worker's list of the student shell.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use xtask::workspace::Workspace;

use crate::{
    assets::{Asset, Site},
    compile::Entry,
    css,
};

/// Pages and scripts with placeholders; everything else in `app/public` is copied.
const TEMPLATES: [&str; 4] = ["index.html", "staff.html", "boot.js", "sw.js"];

/// Entries without a page: the student's loads them after it stands.
const MODULES: [&str; 2] = ["questions", "bridge"];

/// What each app's browser loads at first.
#[derive(Debug)]
pub struct Shells {
    pub student: Vec<Asset>,
    pub staff: Vec<Asset>,
    /// What the student's browser loads besides, with the first question.
    pub questions: Vec<Asset>,
    /// What comes with the bridge: the module and its style sheet.
    pub bridge: Vec<Asset>,
}

/// Writes the whole site.
pub fn write(workspace: &Workspace, site: &mut Site, entries: &[Entry]) -> Result<Shells> {
    let app = workspace.root.join("app");
    let public = app.join("public");
    let boot = site.add_hashed("boot", "js", &read(&public.join("boot.js"))?)?;
    let mut student = Vec::new();
    let mut staff = Vec::new();
    let module = |name: &str| {
        let mut named = entries.iter().filter(|entry| entry.name == name);
        named
            .next()
            .with_context(|| format!("no entry is named {name}"))
    };
    let questions = add_module(site, module("questions")?)?;
    let mut bridge = add_module(site, module("bridge")?)?;
    let bridge_sheet = css::minify(&joined(&app.join("styles"), &["bridge"])?);
    bridge.push(site.add_hashed("bridge", "css", bridge_sheet.as_bytes())?);
    let pages = entries
        .iter()
        .filter(|entry| !MODULES.contains(&entry.name));
    for entry in pages {
        let (page, into, shell) = match entry.name {
            "student" => ("index.html", "index.html", &mut student),
            "staff" => ("staff.html", "staff/index.html", &mut staff),
            other => bail!("no page is known for the entry {other}"),
        };
        let sheet = site.add_hashed(entry.name, "css", sheet(&app, entry.name)?.as_bytes())?;
        let (glue, snippets) = glue(site, entry)?;
        let wasm = site.add_hashed(entry.name, "wasm", &entry.wasm)?;
        let mut values = vec![
            ("css", sheet.url.as_str()),
            ("boot", &boot.url),
            ("entry_js", &glue.url),
            ("entry_wasm", &wasm.url),
        ];
        if entry.name == "student" {
            values.extend([
                ("questions_js", questions[0].url.as_str()),
                ("questions_wasm", &questions[1].url),
                ("bridge_js", &bridge[0].url),
                ("bridge_wasm", &bridge[1].url),
                ("bridge_css", &bridge[bridge.len() - 1].url),
            ]);
        }
        let html = fill(&read_text(&public.join(page))?, &values)
            .with_context(|| format!("filling app/public/{page}"))?;
        shell.push(site.add(into, html.as_bytes())?);
        shell.extend([sheet, boot.clone(), glue, wasm]);
        shell.extend(snippets);
    }
    let copied = copy(&public, site)?;
    let manifest = |asset: &&Asset| asset.url.ends_with(".webmanifest");
    student.extend(copied.iter().filter(manifest).cloned());
    write_worker(&public, site, &[&student, &questions, &bridge, &copied])?;
    Ok(Shells {
        student,
        staff,
        questions,
        bridge,
    })
}

/// A module that is no page: its glue, its WASM, then the snippets.
fn add_module(site: &mut Site, entry: &Entry) -> Result<Vec<Asset>> {
    let (glue, snippets) = glue(site, entry)?;
    let wasm = site.add_hashed(entry.name, "wasm", &entry.wasm)?;
    Ok([glue, wasm].into_iter().chain(snippets).collect())
}

fn sheet(app: &Path, own: &str) -> Result<String> {
    let styles = app.join("styles");
    let joined = joined(&styles, &["tokens", "base", "components", own])?;
    Ok(css::minify(&joined))
}

fn joined(styles: &Path, names: &[&str]) -> Result<String> {
    let mut joined = String::new();
    for name in names {
        // A sheet may grow into a folder of its own.
        for file in sheet_files(styles, name)? {
            joined.push_str(&read_text(&file)?);
            joined.push('\n');
        }
    }
    Ok(joined)
}

fn sheet_files(styles: &Path, name: &str) -> Result<Vec<PathBuf>> {
    let folder = styles.join(name);
    let mut files = vec![styles.join(format!("{name}.css"))];
    if folder.is_dir() {
        files.retain(|file| file.exists());
        let mut parts = fs::read_dir(&folder)?
            .map(|entry| Ok(entry?.path()))
            .collect::<Result<Vec<_>>>()?;
        parts.sort();
        files.extend(parts);
    }
    Ok(files)
}

/// Adds an entry's glue and the snippets it imports, under their hashed names.
fn glue(site: &mut Site, entry: &Entry) -> Result<(Asset, Vec<Asset>)> {
    let mut text = entry.glue.clone();
    let mut snippets = Vec::new();
    for (import, snippet) in &entry.snippets {
        let asset = site.add_hashed("snippet", "js", snippet.as_bytes())?;
        text = text.replace(import, &asset.url);
        snippets.push(asset);
    }
    Ok((
        site.add_hashed(entry.name, "js", text.as_bytes())?,
        snippets,
    ))
}

/// Copies what has no placeholders: the manifest, icons, robots.txt.
fn copy(public: &Path, site: &mut Site) -> Result<Vec<Asset>> {
    let mut copied = Vec::new();
    let mut waiting = vec![public.to_owned()];
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            for entry in fs::read_dir(&path)? {
                waiting.push(entry?.path());
            }
            waiting.sort_by(|one, other| other.cmp(one));
            continue;
        }
        let name = path.strip_prefix(public)?.to_string_lossy().into_owned();
        if !TEMPLATES.contains(&name.as_str()) {
            copied.push(site.add(&name, &read(&path)?)?);
        }
    }
    Ok(copied)
}

fn write_worker(public: &Path, site: &mut Site, kept: &[&[Asset]]) -> Result<()> {
    let worker = read_text(&public.join("sw.js"))?;
    let mut urls: Vec<&str> = kept
        .iter()
        .copied()
        .flatten()
        .map(|asset| match asset.url.as_str() {
            "/index.html" => "/",
            url => url,
        })
        .collect();
    urls.sort_unstable();
    urls.dedup();
    let precache = serde_json::to_string(&urls)?;
    let worker = fill(
        &worker,
        &[("precache", &precache), ("build", &site.build_id())],
    )
    .context("filling app/public/sw.js")?;
    site.add("sw.js", worker.as_bytes())?;
    Ok(())
}

/// Replaces each `{{name}}`; one that is missing or unknown is an error.
fn fill(text: &str, values: &[(&str, &str)]) -> Result<String> {
    let mut filled = text.to_owned();
    for (name, value) in values {
        let placeholder = format!("{{{{{name}}}}}");
        if !filled.contains(&placeholder) {
            bail!("the placeholder {placeholder} is missing");
        }
        filled = filled.replace(&placeholder, value);
    }
    if let Some((_, rest)) = filled.split_once("{{") {
        let name: String = rest.chars().take_while(|c| *c != '}').take(40).collect();
        bail!("the placeholder {{{{{name}}}}} is unknown");
    }
    Ok(filled)
}

fn read(file: &Path) -> Result<Vec<u8>> {
    fs::read(file).with_context(|| format!("reading {}", file.display()))
}

fn read_text(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("reading {}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fills_each_placeholder() {
        let filled = fill("a {{x}} b {{y}} {{x}}", &[("x", "1"), ("y", "2")]).unwrap();
        assert_eq!(filled, "a 1 b 2 1");
    }

    #[test]
    fn a_missing_placeholder_is_an_error() {
        let error = fill("nothing", &[("css", "/a.css")]).unwrap_err();
        assert_eq!(error.to_string(), "the placeholder {{css}} is missing");
    }

    #[test]
    fn an_unknown_placeholder_is_an_error() {
        let error = fill("{{x}} {{typo}}", &[("x", "1")]).unwrap_err();
        assert_eq!(error.to_string(), "the placeholder {{typo}} is unknown");
    }
}
