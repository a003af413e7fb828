//! tcheck DIR [filter]: checks a content folder; prints failures of subjects/files holding filter.
use std::{fs, path::{Path, PathBuf}};
fn collect(dir: &Path, out: &mut Vec<PathBuf>) {
    for e in fs::read_dir(dir).unwrap() { let p = e.unwrap().path(); if p.is_dir() { collect(&p, out) } else if p.extension().is_some_and(|x| x == "toml") { out.push(p) } }
}
fn main() {
    let args: Vec<String> = std::env::args().collect();
    let root = Path::new(&args[1]);
    let mut files = Vec::new(); collect(root, &mut files); files.sort();
    let files: Vec<(String, String)> = files.iter().map(|p| (format!("content/{}", p.strip_prefix(root).unwrap().display()), fs::read_to_string(p).unwrap())).collect();
    let refs: Vec<(&str, &str)> = files.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    let bank = match item_bank::Bank::build(&refs) { Ok(b) => b, Err(e) => { println!("NO BANK: {e}"); std::process::exit(1) } };
    if args.get(2).is_some_and(|a| a == "sample") {
        let id = args[3].parse().unwrap();
        let t = bank.current(&id).expect("template");
        for seed in 0..args.get(4).map_or(5, |n| n.parse().unwrap()) {
            match item_bank::instantiate(t, seed) { Ok(i) => {
                println!("--- {seed}\n{}\n[{}] entry {:?}\nANSWER {}", item_bank::plain(&i.stem), i.form_note, i.view().entry, item_bank::plain(&i.key_rich()));
                for h in &i.hints { println!("  hint: {}", item_bank::plain(&h.text)); }
                for h in &i.solution { println!("  step: {}", item_bank::plain(h)); }
                for m in &i.misconceptions { println!("  wrong {:?}: {}", m.answer, item_bank::plain(&m.feedback)); }
            } Err(e) => println!("{e}") }
        }
        return;
    }
    let filter = args.get(2).cloned().unwrap_or_default();
    let pick: Vec<_> = bank.templates().filter(|t| t.skill.as_str().contains(&filter) || t.id.as_str().contains(&filter)
        || bank.skill(&t.skill).is_some_and(|s| s.domain.contains(&filter))).cloned().collect();
    let n = pick.len();
    let next = std::sync::atomic::AtomicUsize::new(0);
    let out = std::sync::Mutex::new(Vec::new());
    std::thread::scope(|s| for _ in 0..2 { s.spawn(|| loop { let i = next.fetch_add(1, std::sync::atomic::Ordering::Relaxed); if i >= n { return } let (f, w) = item_bank::lint::check_template(&bank, &pick[i], 500); out.lock().unwrap().extend(f.iter().map(|f| format!("FAIL {f}")).chain(w.iter().map(|w| format!("warn {w}")))); }); });
    let mut out = out.into_inner().unwrap(); out.sort();
    for l in &out { println!("{l}"); }
    println!("{n} templates checked; {} failures, {} warnings", out.iter().filter(|l| l.starts_with("FAIL")).count(), out.iter().filter(|l| l.starts_with("warn")).count());
}
