//! The report of what an adoption would change, for a person.

use crate::commands::say;
use crate::model::{Report, name};

pub fn report(report: &Report) {
    let change = &report.change;
    let target = match (&report.sha256, report.returns_to) {
        (_, Some(id)) => format!("the parameters of model {id}"),
        (Some(sha256), None) => format!("the file with SHA-256 {}...", &sha256[..12]),
        (None, None) => "the content's own parameters".to_owned(),
    };
    say::line(format!(
        "In force now: {}. To be adopted: {target}.",
        name(report.in_force)
    ));
    say::line(format!(
        "Other parameters for {}, another difficulty for {}.",
        counted(report.changed_skills.len(), "skill", "skills"),
        counted(report.changed_items, "template", "templates")
    ));
    listed(
        "In the file, but not in this Trellis's content; passed over",
        &report.unknown_skills,
    );
    listed(
        "Templates in the file, but not in this Trellis's content; passed over",
        &report.unknown_items,
    );
    listed(
        "Not in the file; these keep the content's own parameters",
        &report.missing_skills,
    );
    say::line("");
    say::line(format!(
        "Were all {} of {} read so, of {} of a student and a skill",
        counted(change.responses as usize, "response", "responses"),
        counted(change.students, "student", "students"),
        counted(change.pairs, "pair", "pairs"),
    ));
    say::line(format!(
        "  {:>5} would gain mastery ({}),",
        change.gain,
        counted(change.students_gaining, "student", "students")
    ));
    say::line(format!(
        "  {:>5} would lose it ({}).",
        change.lose,
        counted(change.students_losing, "student", "students")
    ));
    if !change.skills.is_empty() {
        say::line("");
        say::line(format!(
            "  {:<34} {:>5} {:>5} {:>5}   mean estimate",
            "skill", "pairs", "gain", "lose"
        ));
    }
    for skill in &change.skills {
        say::line(format!(
            "  {:<34} {:>5} {:>5} {:>5}   {} -> {}",
            skill.skill.as_str(),
            skill.pairs,
            skill.gain,
            skill.lose,
            percent(skill.mean_before),
            percent(skill.mean_after)
        ));
    }
    if !change.largest.is_empty() {
        say::line("");
        say::line("Largest moves:");
    }
    for one in &change.largest {
        say::line(format!(
            "  {} {:<34} {} -> {}",
            one.student,
            one.skill.as_str(),
            percent(one.before),
            percent(one.after)
        ));
    }
    say::line("");
    say::line(if report.rebuilds {
        "The past is read anew: every estimate is rebuilt from the responses."
    } else {
        "Only answers from now on are read so: an estimate stays as it is until the next answer."
    });
}

fn counted(n: usize, one: &str, many: &str) -> String {
    if n == 1 {
        format!("1 {one}")
    } else {
        format!("{n} {many}")
    }
}

fn percent(probability: f64) -> String {
    format!("{:>3.0} %", probability * 100.0)
}

fn listed(what: &str, names: &[impl ToString]) {
    if names.is_empty() {
        return;
    }
    let names: Vec<String> = names.iter().map(ToString::to_string).collect();
    say::line(format!("{what}: {}.", names.join(", ")));
}
