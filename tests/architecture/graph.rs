//! Cargo's dependency graph, read two ways: what a manifest names, and what a build would link.

use std::collections::BTreeSet;
use std::process::Command;

use cargo_metadata::{DependencyKind, Metadata, MetadataCommand};

use crate::tree::root;

/// The manifests, without their dependencies' manifests.
pub fn manifests() -> Metadata {
    let mut command = MetadataCommand::new();
    command.current_dir(root()).no_deps();
    command.exec().expect("`cargo metadata` of the workspace")
}

/// What a crate names under `[dependencies]` itself.
pub fn named(metadata: &Metadata, name: &str) -> BTreeSet<String> {
    let packages = metadata.workspace_packages();
    let package = packages.iter().find(|p| p.name.as_str() == name);
    let package = package.unwrap_or_else(|| panic!("the workspace has no crate {name}"));
    let normal = package
        .dependencies
        .iter()
        .filter(|d| d.kind == DependencyKind::Normal);
    normal.map(|d| d.name.clone()).collect()
}

/// One crate that is linked into another.
#[derive(Clone, Debug)]
pub struct Linked {
    pub name: String,
    /// From the one asked about to this one.
    pub way: Vec<String>,
}

/// Everything that a build of one crate alone links on a platform. `cargo metadata` cannot tell: it joins the features that all crates of the workspace ask
/// for, and counts procedural macros, which run at build time only.
pub fn linked(name: &str, platform: &str) -> Vec<Linked> {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(["tree", "--package", name, "--target", platform]);
    cargo.args([
        "--edges",
        "normal,no-proc-macro",
        "--prefix",
        "depth",
        "--format",
        "|{p}",
    ]);
    let output = cargo.current_dir(root()).output().expect("cargo starts");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success(),
        "`cargo tree` of {name} failed: {errors}"
    );
    let text = String::from_utf8(output.stdout).expect("cargo prints text");

    let mut way: Vec<String> = Vec::new();
    let mut found = Vec::new();
    for line in text.lines() {
        let mut parts = line.split('|');
        let mut part = || {
            parts
                .next()
                .unwrap_or_else(|| panic!("cargo tree printed: {line}"))
        };
        let depth: usize = part().parse().expect("a line begins with its depth");
        let name = part().split(' ').next().unwrap_or_default().to_owned();
        way.truncate(depth);
        way.push(name.clone());
        if depth > 0 {
            found.push(Linked {
                name,
                way: way.clone(),
            });
        }
    }
    found
}
