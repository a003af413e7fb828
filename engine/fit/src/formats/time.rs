//! Times as files write them, without a date library: the engine only needs days and an order.

use super::Problem;
use super::rows::Stamp;

/// A time as it stands in the file. Whether numbers are seconds or milliseconds shows only in the
/// whole column ([`to_ms`]).
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Time {
    Number(f64),
    Ms(i64),
}

/// Numbers from here on (in 1973 as milliseconds, in 5138 as seconds) are milliseconds.
const MS_FROM: f64 = 1e11;

/// Days from 1970-01-01 to a date of the Gregorian calendar (Hinnant, "chrono-compatible low-level
/// date algorithms", `days_from_civil`).
fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

fn days_in(year: i64, month: i64) -> i64 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

/// Accepted: a number (epoch seconds or milliseconds), a date `2026-11-22` or `2026/11/22`, or a
/// date, `T` or a space, and `09:30`, `09:30:00` or `09:30:00.250`, with `Z`, `+01:00`, `+0100` or
/// nothing (then read as UTC).
pub(super) fn time(text: &str) -> Result<Time, Problem> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Problem::EmptyValue);
    }
    let bad = || Problem::NotATime(text.to_owned());
    if let Ok(number) = text.parse::<f64>() {
        return if number.is_finite() && number.abs() < 1e17 {
            Ok(Time::Number(number))
        } else {
            Err(bad())
        };
    }
    iso(text).map(Time::Ms).ok_or_else(bad)
}

fn iso(text: &str) -> Option<i64> {
    let (date, clock) = match text.find(['T', 't', ' ']) {
        Some(at) => (&text[..at], Some(text[at + 1..].trim())),
        None => (text, None),
    };
    let separator = if date.contains('/') { '/' } else { '-' };
    let mut parts = date.split(separator);
    let year = digits(parts.next()?, 4..=4)?;
    let month = digits(parts.next()?, 1..=2)?;
    let day = digits(parts.next()?, 1..=2)?;
    let exists = (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day);
    if !exists || parts.next().is_some() {
        return None;
    }
    let midnight = days_from_civil(year, month, day) * 86_400_000;
    Some(midnight + clock.map_or(Some(0), clock_ms)?)
}

/// Milliseconds since midnight UTC.
fn clock_ms(text: &str) -> Option<i64> {
    let (clock, offset) = match text.find(['Z', 'z', '+', '-']) {
        Some(at) => (text[..at].trim_end(), offset_ms(&text[at..])?),
        None => (text, 0),
    };
    let mut parts = clock.split(':');
    let hour = digits(parts.next()?, 1..=2)?;
    let minute = digits(parts.next()?, 2..=2)?;
    let (second, fraction) = match parts.next() {
        None => (0, 0),
        Some(seconds) => match seconds.split_once('.') {
            None => (digits(seconds, 2..=2)?, 0),
            Some((whole, rest)) => (digits(whole, 2..=2)?, fraction_ms(rest)?),
        },
    };
    // 60: a leap second
    let exists = hour <= 23 && minute <= 59 && second <= 60;
    if !exists || parts.next().is_some() {
        return None;
    }
    Some(((hour * 60 + minute) * 60 + second) * 1000 + fraction - offset)
}

fn fraction_ms(text: &str) -> Option<i64> {
    digits(text, 1..=9)?;
    let padded: String = text.chars().chain("000".chars()).take(3).collect();
    padded.parse().ok()
}

fn offset_ms(text: &str) -> Option<i64> {
    let sign = match text.as_bytes().first()? {
        b'Z' | b'z' => return (text.len() == 1).then_some(0),
        b'-' => -1,
        _ => 1,
    };
    let rest = text[1..].replacen(':', "", 1);
    let number = if rest.len() == 2 {
        digits(&rest, 2..=2)? * 100
    } else {
        digits(&rest, 4..=4)?
    };
    let (hours, minutes) = (number / 100, number % 100);
    (hours <= 15 && minutes <= 59).then_some(sign * (hours * 60 + minutes) * 60_000)
}

fn digits(text: &str, length: std::ops::RangeInclusive<usize>) -> Option<i64> {
    (length.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

/// Epoch milliseconds of one file's column.
pub(super) fn to_ms(times: &[Time]) -> Vec<i64> {
    let in_ms = times
        .iter()
        .any(|time| matches!(time, Time::Number(number) if number.abs() >= MS_FROM));
    let scale = if in_ms { 1.0 } else { 1000.0 };
    times
        .iter()
        .map(|time| match time {
            Time::Number(number) => (number * scale).round() as i64,
            Time::Ms(ms) => *ms,
        })
        .collect()
}

/// A place in an order, from any finite number.
pub(super) fn order(text: &str) -> Result<Stamp, Problem> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Problem::EmptyValue);
    }
    if let Ok(whole) = text.parse::<i64>() {
        return Ok(Stamp::whole(whole));
    }
    match text.parse::<f64>() {
        Ok(number) if number.is_finite() && number.abs() < 9e18 => Ok(Stamp::decimal(number)),
        _ => Err(Problem::NotANumber(text.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_times() {
        let check = |text: &str, ms: i64| assert_eq!(time(text).unwrap(), Time::Ms(ms), "{text}");
        check("1970-01-01", 0);
        check("2000-03-01", 951_868_800_000);
        check("2000/3/1", 951_868_800_000);
        check("1969-12-31T23:59:59.5Z", -500);
        check("2026-11-22T09:30:00Z", 1_795_339_800_000);
        check("2026-11-22 09:30", 1_795_339_800_000);
        check("2026-11-22T10:30:00+01:00", 1_795_339_800_000);
        check("2026-11-22T04:30:00.000-0500", 1_795_339_800_000);
        check("2008-09-10 12:34:56.0", 1_221_050_096_000);
    }

    #[test]
    fn what_is_no_time() {
        for bad in [
            "yesterday",
            "18:00.0",
            "2026-13-01",
            "2026-02-29",
            "2026-11-22T25:00",
            "NaN",
            "inf",
            "22.11.2026",
            "2026-11-22T09:30:00+99:00",
            "2026-11",
            "2026-11-22T",
            "11/22/2026",
        ] {
            let error = time(bad).unwrap_err().to_string();
            assert!(
                error.starts_with(&format!("`{bad}` is not a time; write epoch")),
                "{error}"
            );
        }
    }

    #[test]
    fn one_large_number_makes_the_column_milliseconds() {
        let column =
            |numbers: &[f64]| to_ms(&numbers.iter().map(|n| Time::Number(*n)).collect::<Vec<_>>());
        assert_eq!(column(&[1_700_000_000.0, 0.5]), [1_700_000_000_000, 500]);
        assert_eq!(
            column(&[1_700_000_000_000.0, 500.0]),
            [1_700_000_000_000, 500]
        );
    }

    #[test]
    fn orders_compare_as_numbers() {
        let sorted = [
            "-2.5",
            "-2",
            "0",
            "1.25",
            "1.5",
            "2",
            "9007199254740993",
            "9007199254740994",
        ];
        let stamps: Vec<Stamp> = sorted.iter().map(|text| order(text).unwrap()).collect();
        assert!(stamps.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(order("NaN").is_err() && order("").is_err() && order("first").is_err());
    }
}
