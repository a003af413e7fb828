//! The responses of one skill, sequence after sequence, as the EM wants them.

use std::collections::HashMap;

use engine::ItemParams;

use crate::Dataset;

/// Where an item's difficulty is unknown to the file, all responses share this one.
const NO_ITEM: u32 = u32::MAX;

/// One response within its skill.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row {
    /// Its place in the data set.
    pub at: u32,
    /// Its item's place in [`SkillData::items`].
    pub item: u32,
    pub correct: bool,
    pub chance: f64,
    /// Share of the hint ladder seen.
    pub help: f64,
    /// Days since the student's response before on this skill.
    pub days: u32,
}

/// All responses on one skill.
#[derive(Clone, Debug, Default)]
pub(crate) struct SkillData {
    pub rows: Vec<Row>,
    /// Where each student's sequence ends in `rows`.
    pub ends: Vec<u32>,
    /// Whose sequence it is.
    pub owners: Vec<u32>,
    /// Items by their number in the data set. An item met under two skills is two.
    pub items: Vec<Option<u32>>,
}

impl SkillData {
    /// One for each skill of the data set.
    pub fn split(data: &Dataset) -> Vec<Self> {
        let mut skills = vec![Self::default(); data.skills.len()];
        let mut items: HashMap<(u32, u32), u32> = HashMap::new();
        let mut open: HashMap<u32, Vec<usize>> = HashMap::new();
        let mut order: Vec<u32> = Vec::new();
        let mut start = 0;
        for responses in data.by_student() {
            open.clear();
            order.clear();
            for (n, response) in responses.iter().enumerate() {
                open.entry(response.skill)
                    .or_insert_with(|| {
                        order.push(response.skill);
                        Vec::new()
                    })
                    .push(start + n);
            }
            for skill in &order {
                let of = &mut skills[*skill as usize];
                let mut before: Option<i32> = None;
                for &at in &open[skill] {
                    let response = &data.responses[at];
                    let key = (response.skill, response.item.unwrap_or(NO_ITEM));
                    let item = *items.entry(key).or_insert_with(|| {
                        of.items.push(response.item);
                        (of.items.len() - 1) as u32
                    });
                    of.rows.push(Row {
                        at: at as u32,
                        item,
                        correct: response.correct,
                        chance: response.chance,
                        help: response.help,
                        days: days_between(before, response.day),
                    });
                    before = response.day.or(before);
                }
                of.ends.push(of.rows.len() as u32);
                of.owners.push(responses[0].student);
            }
            start += responses.len();
        }
        skills
    }

    /// Each student's number and rows.
    pub fn sequences(&self) -> impl Iterator<Item = (u32, std::ops::Range<usize>)> {
        let mut start = 0;
        self.owners
            .iter()
            .zip(&self.ends)
            .map(move |(&owner, &end)| {
                let range = start..end as usize;
                start = end as usize;
                (owner, range)
            })
    }
}

impl Row {
    pub fn params(&self, difficulties: &[f64]) -> ItemParams {
        ItemParams {
            difficulty: difficulties[self.item as usize],
            chance: self.chance,
        }
    }
}

/// Whole days; 0 when either is unknown or time runs backwards.
pub(crate) fn days_between(before: Option<i32>, now: Option<i32>) -> u32 {
    match (before, now) {
        (Some(before), Some(now)) => u32::try_from(i64::from(now) - i64::from(before)).unwrap_or(0),
        _ => 0,
    }
}
