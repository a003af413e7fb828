use std::path::PathBuf;
fn main() {
    let import = oatutor::import(
        &PathBuf::from(std::env::args().nth(1).unwrap()),
        &oatutor::ImportOptions::default(),
    )
    .unwrap();
    for t in import.templates() {
        let item = item_bank::instantiate(t, 1).unwrap();
        println!(
            "#### {} {:?} {:?} {} | {}",
            t.id, t.kind, t.form, t.skill, t.license
        );
        println!("{}", item_bank::plain(&item.stem));
        println!(
            "  = {}  | {}",
            item_bank::plain(&item.key_rich()),
            item.form_note
        );
        for h in &item.hints {
            println!(
                "  - {}  [{:?}]",
                item_bank::plain(&h.text),
                h.ask.as_ref().map(|a| a.kind)
            );
        }
        for h in &item.solution {
            println!("  > {}", item_bank::plain(h));
        }
        if let item_bank::Key::Choices(c) = &item.key {
            for c in c {
                println!("  * {} | {}", item_bank::plain(&c.text), c.spoken)
            }
        }
    }
    for s in &import.skills {
        println!(
            "SKILL {} | {} | {} | {}",
            s.code, s.title, s.short, s.you_can
        );
    }
}
