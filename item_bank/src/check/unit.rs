//! Units of measure as students write them.

use crate::Rational;

/// What a unit measures, and how many of the smallest one it is.
type Known = (&'static str, i128, &'static [&'static str]);

/// A line a unit: quantity, size, names. Plural endings and full stops fall away before.
const UNITS: [Known; 38] = [
    ("length", 1, &["in", "inch", "\""]),
    ("length", 12, &["ft", "foot", "feet", "'"]),
    ("length", 36, &["yd", "yard"]),
    ("length", 63_360, &["mi", "mile"]),
    ("metric length", 1, &["mm", "millimeter", "millimetre"]),
    ("metric length", 10, &["cm", "centimeter", "centimetre"]),
    ("metric length", 1_000, &["m", "meter", "metre"]),
    (
        "metric length",
        1_000_000,
        &["km", "kilometer", "kilometre"],
    ),
    ("weight", 1, &["oz", "ounce"]),
    ("weight", 16, &["lb", "pound"]),
    ("weight", 32_000, &["t", "ton"]),
    ("mass", 1, &["mg", "milligram"]),
    ("mass", 1_000, &["g", "gram"]),
    ("mass", 1_000_000, &["kg", "kilogram", "kilo"]),
    ("capacity", 1, &["fl oz", "fluid ounce"]),
    ("capacity", 8, &["c", "cup"]),
    ("capacity", 16, &["pt", "pint"]),
    ("capacity", 32, &["qt", "quart"]),
    ("capacity", 128, &["gal", "gallon"]),
    ("metric capacity", 1, &["ml", "milliliter", "millilitre"]),
    ("metric capacity", 1_000, &["l", "liter", "litre"]),
    ("time", 1, &["s", "sec", "second"]),
    ("time", 60, &["min", "minute"]),
    ("time", 3_600, &["h", "hr", "hour"]),
    ("time", 86_400, &["d", "day"]),
    ("time", 604_800, &["wk", "week"]),
    ("years", 1, &["month", "mo"]),
    ("years", 12, &["year", "yr"]),
    ("money", 1, &["\u{a2}", "cent"]),
    ("money", 100, &["$", "dollar", "usd"]),
    ("angle", 1, &["\u{b0}", "degree", "deg"]),
    ("percent", 1, &["%", "percent", "per cent"]),
    (
        "speed",
        1,
        &["mph", "mile per hour", "mi/h", "miles per hour"],
    ),
    (
        "metric speed",
        1,
        &["km/h", "kph", "kilometer per hour", "kilometers per hour"],
    ),
    ("square unit", 1, &["square unit", "sq unit", "unit^2"]),
    ("cubic unit", 1, &["cubic unit", "cu unit", "unit^3"]),
    ("unit", 1, &["unit"]),
    ("point", 1, &["pt.", "point"]),
];

/// Whether two names are of one unit: `mile` and `miles`, `sq ft` and `square feet`, `%` and
/// `percent`.
pub(super) fn same(given: &str, asked: &str) -> bool {
    match (known(given), known(asked)) {
        (Some(given), Some(asked)) => given == asked,
        _ => alike(&base(given), &base(asked)),
    }
}

/// Whether two quantities are the same amount in two units: `2 ft` and `24 in`.
pub(super) fn converts(given: (Rational, &str), asked: (Rational, &str)) -> bool {
    let (Some(a), Some(b)) = (known(given.1), known(asked.1)) else {
        return false;
    };
    let amount = |value: Rational, size: i128| value.checked_mul(Rational::new(size, 1)?);
    let amounts = (amount(given.0, a.2), amount(asked.0, b.2));
    a.0 == b.0 && a.1 == b.1 && a.2 != b.2 && amounts.0.is_some() && amounts.0 == amounts.1
}

/// Quantity, power and size.
fn known(unit: &str) -> Option<(&'static str, u32, i128)> {
    let unit = base(unit);
    let (power, one) = powered(&unit);
    UNITS.iter().find_map(|(quantity, size, names)| {
        let hit = names.iter().any(|name| alike(name, one) || *name == unit);
        let whole = names.contains(&unit.as_str());
        let power = if whole { 1 } else { power };
        hit.then(|| Some((*quantity, power, size.checked_pow(power)?)))?
    })
}

/// `square feet`, `sq ft`, `ft^2`, `ft²` as a power and its unit.
fn powered(unit: &str) -> (u32, &str) {
    let before = [("square ", 2), ("sq ", 2), ("cubic ", 3), ("cu ", 3)];
    let after = [
        ("^2", 2),
        ("\u{b2}", 2),
        (" squared", 2),
        ("^3", 3),
        ("\u{b3}", 3),
        (" cubed", 3),
    ];
    let front = before
        .iter()
        .find_map(|(mark, power)| Some((*power, unit.strip_prefix(mark)?)));
    let back = after
        .iter()
        .find_map(|(mark, power)| Some((*power, unit.strip_suffix(mark)?)));
    front
        .or(back)
        .map_or((1, unit), |(power, rest)| (power, rest.trim()))
}

fn base(unit: &str) -> String {
    let unit = unit.trim().trim_end_matches('.').to_lowercase();
    unit.split_whitespace()
        .map(|word| word.trim_end_matches('.'))
        .collect::<Vec<_>>()
        .join(" ")
}

/// The same but for a plural's ending.
fn alike(a: &str, b: &str) -> bool {
    let plural = |one: &str, many: &str| {
        many.strip_prefix(one)
            .is_some_and(|rest| matches!(rest, "" | "s" | "es"))
            && one.len() > 1
    };
    a == b || plural(a, b) || plural(b, a)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_unit_by_any_name() {
        let pairs = [
            ("miles", "mile"),
            ("inches", "inch"),
            ("in.", "inches"),
            ("feet", "foot"),
            ("ft", "feet"),
            ("sq ft", "square feet"),
            ("ft\u{b2}", "square foot"),
            ("cm^3", "cubic centimeters"),
            ("percent", "%"),
            ("%", "percent"),
            ("hrs", "hours"),
            ("lbs", "pounds"),
            ("$", "dollars"),
            ("apples", "apple"),
            ("Boxes", "box"),
            ("mL", "milliliters"),
            ("degrees", "\u{b0}"),
        ];
        for (a, b) in pairs {
            assert!(same(a, b) && same(b, a), "{a} {b}");
        }
        for (a, b) in [
            ("ft", "in"),
            ("cm", "cm^2"),
            ("apples", "pears"),
            ("g", "kg"),
            ("m", "mm"),
        ] {
            assert!(!same(a, b), "{a} {b}");
        }
    }

    #[test]
    fn amounts_convert_within_a_quantity() {
        let is = |n, a, m, b| converts((Rational::whole(n), a), (Rational::whole(m), b));
        assert!(
            is(2, "ft", 24, "inches") && is(3, "hours", 180, "min") && is(1, "$", 100, "cents")
        );
        assert!(is(1, "square yard", 9, "square feet"));
        assert!(!is(2, "ft", 24, "ft") && !is(2, "ft", 24, "cm") && !is(2, "ft", 25, "in"));
        assert!(!is(2, "ft", 24, "square inches"));
    }
}
