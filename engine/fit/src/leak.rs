//! Answers that a file states more than once.
//!
//! A layout with one row a skill repeats the answer to an item of several skills. Whoever predicts
//! the second row has seen its answer in the first: leap-kt reports that this lifted published
//! figures on ASSISTments 2009 from 0.75 to 0.89 (`shared/ENGINE.md` section 2, "Traps").

use crate::formats::{Names, Row, composite};

/// Rows without repeats, and what was noticed.
#[derive(Debug)]
pub(crate) struct Found {
    pub rows: Vec<Row>,
    pub merged: usize,
    pub warnings: Vec<String>,
}

/// With fewer neighbours under different skills than this, their answers prove nothing.
const ENOUGH: usize = 50;
/// Repeats of one answer agree; where neighbours agree less often, the stamp names something else.
const SAME_ANSWER_SHARE: f64 = 0.9;
/// A smaller share of equal order numbers is an accident of the file.
const REPEATED_ORDER_SHARE: f64 = 0.001;
/// Repeats of the previous item above this share make item figures optimistic.
const ITEM_REPEATS: f64 = 0.2;
/// How much oftener than chance neighbours under different skills must agree to be named.
const AGREEMENT_EXCESS: f64 = 0.1;
const MINUTE_MS: i64 = 60_000;

/// What shows that two neighbouring rows are one response.
#[derive(Clone, Copy, Debug)]
struct Evidence {
    /// Order numbers repeat, so that they name responses and not rows.
    order: bool,
    /// Times are finer than a minute.
    fine_time: bool,
}

impl Evidence {
    fn of(rows: &[Row]) -> Self {
        let same_order = pairs(rows)
            .filter(|(a, b)| a.order.is_some() && a.order == b.order)
            .count();
        Self {
            order: same_order as f64 > REPEATED_ORDER_SHARE * rows.len() as f64,
            fine_time: rows
                .iter()
                .any(|row| row.time_ms.is_some_and(|ms| ms % MINUTE_MS != 0)),
        }
    }

    /// Whether two rows stand at the same place: on the same item, at the same order and time where
    /// given. Without items the order or the time must say it.
    fn same_place(self, a: &Row, b: &Row) -> bool {
        let order_differs = self.order && a.order != b.order;
        let time_differs = a.time_ms != b.time_ms;
        if order_differs || time_differs {
            return false;
        }
        match (a.item, b.item) {
            (Some(a), Some(b)) => a == b,
            (None, None) => {
                (self.order && a.order.is_some()) || (self.fine_time && a.time_ms.is_some())
            }
            _ => false,
        }
    }
}

/// Neighbours of one student.
fn pairs(rows: &[Row]) -> impl Iterator<Item = (&Row, &Row)> {
    rows.windows(2)
        .map(|pair| (&pair[0], &pair[1]))
        .filter(|(a, b)| a.student == b.student)
}

/// Looks for repeats in rows that are sorted by student and order; merges them if told to.
pub(crate) fn examine(rows: Vec<Row>, skills: &mut Names, merge: bool) -> Found {
    let evidence = Evidence::of(&rows);
    let candidates = pairs(&rows).filter(|(a, b)| a.skill != b.skill && evidence.same_place(a, b));
    let (mut together, mut agreeing) = (0_usize, 0_usize);
    for (a, b) in candidates {
        together += 1;
        agreeing += usize::from(a.correct == b.correct);
    }
    let mut warnings = Vec::new();
    let mut merged = 0;
    let total = rows.len();
    let mut rows = rows;
    let disagree = together >= ENOUGH && (agreeing as f64) < SAME_ANSWER_SHARE * together as f64;
    if disagree {
        warnings.push(format!(
            "{together} rows stand at the item, order or time of the row before under another \
             skill, but only {agreeing} of them have its answer: they were not merged. Give items \
             names that differ between skills, and each response an order of its own."
        ));
    } else if agreeing > 0 && merge {
        (rows, merged) = merge_repeats(rows, skills, evidence);
        warnings.push(format!(
            "{merged} of {total} rows ({:.1} %) repeat the answer before under another skill: they \
             were merged into composite skills, because whoever predicts a repeat has already seen \
             the answer.",
            percent(merged, total)
        ));
    } else if agreeing > 0 {
        warnings.push(format!(
            "{agreeing} of {total} rows ({:.1} %) repeat the answer before under another skill, and \
             merging is off: accuracy on these rows is not to be trusted.",
            percent(agreeing, total)
        ));
    }
    warnings.extend(repeated_items(&rows));
    // where merging was off or declined, the sentence above has said it
    if merged == 0 && agreeing == 0 {
        warnings.extend(unexplained_agreement(&rows));
    }
    Found {
        rows,
        merged,
        warnings,
    }
}

/// A run of rows at one place with one answer is one response, until a skill comes again: that is
/// the next attempt.
fn merge_repeats(rows: Vec<Row>, skills: &mut Names, evidence: Evidence) -> (Vec<Row>, usize) {
    let before = rows.len();
    let mut kept: Vec<Row> = Vec::with_capacity(before);
    let mut together: Vec<u32> = Vec::new();
    for row in rows {
        let repeats = kept.last().is_some_and(|last| {
            last.student == row.student
                && last.correct == row.correct
                && evidence.same_place(last, &row)
                && !together.contains(&row.skill)
        });
        if repeats {
            together.push(row.skill);
            continue;
        }
        close(kept.last_mut(), &together, skills);
        together.clear();
        together.push(row.skill);
        kept.push(row);
    }
    close(kept.last_mut(), &together, skills);
    let merged = before - kept.len();
    (kept, merged)
}

fn close(row: Option<&mut Row>, together: &[u32], skills: &mut Names) {
    if let (Some(row), true) = (row, together.len() > 1) {
        let name = composite(together.iter().map(|skill| skills.name(*skill)));
        row.skill = skills.number(&name);
    }
}

fn repeated_items(rows: &[Row]) -> Option<String> {
    let repeats = pairs(rows)
        .filter(|(a, b)| a.item.is_some() && a.item == b.item)
        .count();
    (repeats as f64 > ITEM_REPEATS * rows.len() as f64).then(|| {
        format!(
            "{repeats} of {} rows ({:.0} %) repeat the item of the row before: treat figures that \
             use items as optimistic.",
            rows.len(),
            percent(repeats, rows.len())
        )
    })
}

/// Without items, order and time a repeat can only be guessed: neighbours under different skills
/// then agree far more often than two answers of the same student picked at random.
fn unexplained_agreement(rows: &[Row]) -> Option<String> {
    if rows.iter().any(|row| row.item.is_some()) {
        return None;
    }
    let (mut switches, mut agreeing, mut expected) = (0_usize, 0_usize, 0.0);
    for of_student in rows.chunk_by(|a, b| a.student == b.student) {
        let at_random = random_agreement(of_student);
        for (a, b) in pairs(of_student).filter(|(a, b)| a.skill != b.skill) {
            switches += 1;
            agreeing += usize::from(a.correct == b.correct);
            expected += at_random;
        }
    }
    if switches < ENOUGH {
        return None;
    }
    let (share, chance) = (
        agreeing as f64 / switches as f64,
        expected / switches as f64,
    );
    let sd = (chance * (1.0 - chance) / switches as f64).sqrt();
    let far = share - chance > AGREEMENT_EXCESS.max(5.0 * sd);
    far.then(|| {
        format!(
            "Answers that follow each other under different skills agree in {:.0} % of {switches} \
             cases, where chance gives {:.0} %: the file may state one answer once for each skill \
             of an item. Add an item, order or time column so that this can be told.",
            100.0 * share,
            100.0 * chance
        )
    })
}

/// Of two different rows of this student, without replacement, so that short ones do not look alike.
fn random_agreement(rows: &[Row]) -> f64 {
    let n = rows.len() as f64;
    let right = rows.iter().filter(|row| row.correct).count() as f64;
    let wrong = n - right;
    if rows.len() < 2 {
        return 1.0;
    }
    (right * (right - 1.0) + wrong * (wrong - 1.0)) / (n * (n - 1.0))
}

fn percent(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole as f64
}

#[cfg(test)]
mod tests;
