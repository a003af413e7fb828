//! A class in four figures.

use api::ClassSummary;

use crate::pages::staff::words::Percent;

/// A number and what it counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    pub number: String,
    pub label: &'static str,
    /// A call for a person, which stands out. A point is one student on one skill.
    pub calls: bool,
}

pub fn figures(class: &ClassSummary) -> [Figure; 4] {
    let plain = |number: String, label| Figure {
        number,
        label,
        calls: false,
    };
    let count = |n: u32, one, many| plain(n.to_string(), if n == 1 { one } else { many });
    let mastered = if class.estimated == 0 {
        plain("–".to_owned(), "no estimates yet")
    } else {
        let share = f64::from(class.mastered) / f64::from(class.estimated);
        // All of them is 100%, which an estimate of one student never is.
        let number = match (class.mastered, class.mastered == class.estimated) {
            (0, _) => "0%".to_owned(),
            (_, true) => "100%".to_owned(),
            _ => Percent(share).to_string(),
        };
        plain(number, "of estimates mastered")
    };
    let stuck = match class.stuck {
        0 => plain("0".to_owned(), "stuck points"),
        n => Figure {
            number: n.to_string(),
            label: if n == 1 {
                "stuck point needs you"
            } else {
                "stuck points need you"
            },
            calls: true,
        },
    };
    [
        count(class.students, "student", "students"),
        plain(class.active_students.to_string(), "active this week"),
        mastered,
        stuck,
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::staff::mastery::sample;

    fn of(mastered: u32, estimated: u32, stuck: u32) -> Vec<(String, &'static str, bool)> {
        let class = ClassSummary {
            mastered,
            estimated,
            stuck,
            ..sample::class(30, 1).class
        };
        figures(&class)
            .map(|f| (f.number, f.label, f.calls))
            .to_vec()
    }

    #[test]
    fn figures_say_what_they_count() {
        let said = of(47, 100, 2);
        assert_eq!(said[0], ("30".into(), "students", false));
        assert_eq!(said[2], ("47%".into(), "of estimates mastered", false));
        assert_eq!(said[3], ("2".into(), "stuck points need you", true));
    }

    #[test]
    fn nothing_known_is_not_nought_percent() {
        assert_eq!(of(0, 0, 0)[2], ("–".into(), "no estimates yet", false));
        assert_eq!(of(0, 9, 1)[2].0, "0%");
        assert_eq!(of(9, 9, 0)[2].0, "100%");
        assert_eq!(of(0, 9, 1)[3].1, "stuck point needs you");
    }
}
