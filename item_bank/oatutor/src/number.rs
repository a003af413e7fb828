//! Answers that are numbers, or grids of numbers.

use item_bank::{Math, TableRule};

use crate::vary::Names;

/// A number with what is written around it.
pub(crate) struct PlainNumber {
    negative: bool,
    pub whole: Option<String>,
    /// Over one another, or a lone numeral.
    pub parts: (String, Option<String>),
    pub mark: Option<&'static str>,
}

impl PlainNumber {
    pub fn as_typed(&self) -> String {
        let sign = if self.negative { "-" } else { "" };
        let whole = self
            .whole
            .as_ref()
            .map_or(String::new(), |whole| format!("{whole} "));
        match &self.parts {
            (top, Some(bottom)) => format!("{sign}{whole}{top}/{bottom}"),
            (numeral, None) => format!("{sign}{numeral}"),
        }
    }

    /// For an exact evaluation.
    pub fn expression(&self) -> String {
        let whole = self
            .whole
            .as_ref()
            .map_or(String::new(), |whole| format!("{whole} + "));
        let size = match &self.parts {
            (top, Some(bottom)) => format!("{whole}{top}/{bottom}"),
            (numeral, None) => numeral.clone(),
        };
        match (self.negative, &self.parts.1) {
            (true, Some(_)) => format!("-({size})"),
            (true, None) => format!("-{size}"),
            (false, _) => size,
        }
    }

    fn whole_numeral(&self) -> Option<String> {
        let fits = self.whole.is_none() && self.parts.1.is_none() && !self.parts.0.contains('.');
        fits.then(|| self.parts.0.clone())
    }
}

/// `-3`, `\frac{-3}{4}`, `2\frac{1}{2}`, `\$5`, `25\%`, `90^\circ`.
pub(crate) fn plain_number(math: &Math) -> Option<PlainNumber> {
    let lone = |text: &str| PlainNumber {
        negative: false,
        whole: None,
        parts: (text.replace(',', ""), None),
        mark: None,
    };
    match math {
        Math::Num(text) => Some(lone(text)),
        Math::Ident(letter) if Names::is_letter(letter) => Some(lone(letter)),
        Math::Frac(parts) => {
            let (top, bottom) = (plain_number(&parts.0)?, plain_number(&parts.1)?);
            let (Some(n), Some(d)) = (top.whole_numeral(), bottom.whole_numeral()) else {
                return None;
            };
            Some(PlainNumber {
                negative: top.negative != bottom.negative,
                whole: None,
                parts: (n, Some(d)),
                mark: None,
            })
        }
        Math::Mixed(parts) => match (&parts.0, &parts.1, &parts.2) {
            (Math::Num(whole), Math::Num(top), Math::Num(bottom)) => Some(PlainNumber {
                whole: Some(whole.replace(',', "")),
                parts: (top.clone(), Some(bottom.clone())),
                ..lone("")
            }),
            _ => None,
        },
        Math::Row(parts) => match &parts[..] {
            [inside] => plain_number(inside),
            [Math::Op(open), inside @ .., Math::Op(close)] if open == "(" && close == ")" => {
                plain_number(&Math::Row(inside.to_vec()))
            }
            [Math::Op(minus), rest @ ..] if minus == "\u{2212}" => {
                let number = plain_number(&Math::Row(rest.to_vec())).filter(|n| !n.negative)?;
                Some(PlainNumber {
                    negative: true,
                    ..number
                })
            }
            [Math::Num(top), Math::Op(bar), Math::Num(bottom)] if bar == "/" => {
                plain_number(&Math::Frac(Box::new((
                    Math::Num(top.clone()),
                    Math::Num(bottom.clone()),
                ))))
            }
            [Math::Op(dollar), rest @ ..] if dollar == "$" => {
                plain_number(&Math::Row(rest.to_vec()))
            }
            [rest @ .., Math::Op(mark)] if mark == "%" || mark == "°" => {
                let mark = Some(if mark == "%" { "%" } else { "°" });
                let number = plain_number(&Math::Row(rest.to_vec()))?;
                Some(PlainNumber { mark, ..number })
            }
            _ => None,
        },
        _ => None,
    }
}

/// A matrix, a point or a vector as boxes to fill in.
pub(crate) fn cells(math: &Math) -> Option<TableRule> {
    let rows = grid(math)?;
    let gap = |cell: &Math| Some(format!("={}", plain_number(cell)?.expression()));
    let rows: Vec<Vec<String>> = rows
        .iter()
        .map(|row| row.iter().map(gap).collect())
        .collect::<Option<_>>()?;
    let point =
        matches!(math, Math::Row(parts) if !parts.iter().any(|p| matches!(p, Math::Table(_))));
    let header: &[&str] = match (point, rows[0].len()) {
        (true, 2) => &["x", "y"],
        (true, 3) => &["x", "y", "z"],
        _ => &[],
    };
    Some(TableRule {
        header: header.iter().map(|name| format!("${name}$")).collect(),
        rows,
    })
}

pub(crate) fn cell_texts(math: &Math) -> Option<Vec<String>> {
    let rows = grid(math)?;
    rows.iter()
        .flatten()
        .map(|cell| Some(plain_number(cell)?.as_typed()))
        .collect()
}

fn grid(math: &Math) -> Option<Vec<Vec<Math>>> {
    let Math::Row(parts) = math else { return None };
    match &parts[..] {
        [Math::Row(_)] => grid(&parts[0]),
        [Math::Op(open), Math::Table(rows), Math::Op(_)] if "[(".contains(open.as_str()) => {
            let width = rows.first()?.len();
            rows.iter()
                .all(|row| row.len() == width)
                .then(|| rows.clone())
        }
        [Math::Op(open), inside @ .., Math::Op(close)] if open == "(" && close == ")" => {
            let comma = |part: &Math| matches!(part, Math::Op(op) if op == ",");
            let cells = inside.split(comma).map(|cell| Math::Row(cell.to_vec()));
            let cells: Vec<Math> = cells.collect();
            (2..=3).contains(&cells.len()).then(|| vec![cells])
        }
        _ => None,
    }
}
