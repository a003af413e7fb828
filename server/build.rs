//! Compiles the built app (`target/web`, or the folder that `TRELLIS_WEB_DIR` names) into the
//! binary. Without one the server builds all the same and says how to get it.

use std::collections::hash_map::DefaultHasher;
use std::fmt::Write as _;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::{env, fs, io};

#[path = "src/assets/mime.rs"]
mod mime;

use mime::content_type;

fn main() -> io::Result<()> {
    println!("cargo:rerun-if-env-changed=TRELLIS_WEB_DIR");
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=src/assets/mime.rs");
    let manifest = PathBuf::from(variable("CARGO_MANIFEST_DIR")?);
    let web = match env::var_os("TRELLIS_WEB_DIR") {
        Some(folder) => manifest.join("..").join(folder),
        None => manifest.join("../target/web"),
    };
    // Cargo takes a folder that is not there as changed, and would build the server anew each time.
    fs::create_dir_all(&web)?;
    println!("cargo:rerun-if-changed={}", web.display());
    let mut files = Vec::new();
    collect(&web, &web, &mut files)?;
    files.sort();
    let table = table(&web, &files)?;
    fs::write(Path::new(&variable("OUT_DIR")?).join("web.rs"), table)
}

fn variable(name: &str) -> io::Result<String> {
    env::var(name).map_err(|error| io::Error::other(format!("{name}: {error}")))
}

/// Paths of files within the folder, with `/` between their parts; packed siblings left out.
fn collect(root: &Path, folder: &Path, files: &mut Vec<String>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(root, &path, files)?;
            continue;
        }
        let packed = path
            .extension()
            .is_some_and(|ext| ext == "br" || ext == "gz");
        if let (false, Ok(relative)) = (packed, path.strip_prefix(root)) {
            let parts: Vec<_> = relative
                .components()
                .map(|part| part.as_os_str().to_string_lossy())
                .collect();
            files.push(parts.join("/"));
        }
    }
    Ok(())
}

fn table(web: &Path, files: &[String]) -> io::Result<String> {
    let mut out = String::from("static FILES: &[File] = &[\n");
    for name in files {
        let path = fs::canonicalize(web.join(name))?;
        let mut hasher = DefaultHasher::new();
        fs::read(&path)?.hash(&mut hasher);
        let _ = writeln!(
            out,
            "File {{ path: {name:?}, content_type: {:?}, immutable: {}, etag: \"W/\\\"{:016x}\\\"\", \
             plain: {}, brotli: {}, gzip: {} }},",
            content_type(name),
            name.starts_with("assets/"),
            hasher.finish(),
            include(&path),
            packed(&path, "br"),
            packed(&path, "gz"),
        );
    }
    out.push_str("];\n");
    Ok(out)
}

fn packed(path: &Path, suffix: &str) -> String {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(suffix);
    let packed = PathBuf::from(name);
    if packed.is_file() {
        format!("Some({})", include(&packed))
    } else {
        "None".to_owned()
    }
}

fn include(path: &Path) -> String {
    format!("include_bytes!({:?})", path.to_string_lossy())
}
