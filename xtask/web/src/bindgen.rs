//! wasm-bindgen as a library, so that its version is the one in `Cargo.lock` and nothing is
//! downloaded.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

pub struct Bound {
    pub wasm: PathBuf,
    pub glue: String,
    pub snippets: BTreeMap<String, String>,
}

/// Binds a compiled entry, writing into `folder`.
pub fn bind(wasm: &Path, folder: &Path) -> Result<Bound> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("removing {}", folder.display()))?;
    }
    Bindgen::new()
        .input_path(wasm)
        .web(true)?
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(folder)
        .with_context(|| format!("wasm-bindgen over {}", wasm.display()))?;

    let stem = wasm
        .file_stem()
        .and_then(|stem| stem.to_str())
        .with_context(|| format!("{} has no name", wasm.display()))?;
    let glue = folder.join(stem).with_extension("js");
    let glue = fs::read_to_string(&glue).with_context(|| format!("reading {}", glue.display()))?;
    Ok(Bound {
        wasm: folder.join(format!("{stem}_bg.wasm")),
        snippets: snippets(folder, &glue)?,
        glue,
    })
}

/// The modules under `snippets/`, keyed as the glue imports them: `./snippets/a-1f/inline0.js`.
fn snippets(folder: &Path, glue: &str) -> Result<BTreeMap<String, String>> {
    let mut found = BTreeMap::new();
    let mut waiting = vec![folder.join("snippets")];
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            for entry in fs::read_dir(&path)? {
                waiting.push(entry?.path());
            }
        } else if path.is_file() {
            let text = fs::read_to_string(&path)
                .with_context(|| format!("reading the snippet {}", path.display()))?;
            let import = format!("./{}", path.strip_prefix(folder)?.display());
            if !glue.contains(&import) {
                bail!("{import} is not imported by the glue itself, which this build cannot serve");
            }
            if text.contains("from './") || text.contains("from \"./") {
                bail!("{import} imports a file beside it, which this build cannot serve");
            }
            found.insert(import, text);
        }
    }
    Ok(found)
}
