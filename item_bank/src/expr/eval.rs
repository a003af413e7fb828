//! Trees to values.

use super::{BinaryOp, Expr, ExprError};
use crate::Rational;
use crate::rich::Math;
use crate::text::show;

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    Number(Rational),
    Text(String),
    Truth(bool),
    /// A number already laid out by `simplest`, `mixed`, `fraction` ...; for text only.
    Shown(Math),
}

/// The variables of one draw. Few, so a scan beats a map.
#[derive(Clone, Debug, Default)]
pub(crate) struct Scope(Vec<(String, Value)>);

impl Scope {
    pub fn set(&mut self, name: impl Into<String>, value: Value) {
        self.0.push((name.into(), value));
    }

    fn get(&self, name: &str) -> Option<&Value> {
        self.0
            .iter()
            .rev()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value)
    }
}

pub(crate) fn evaluate(expr: &Expr, scope: &Scope) -> Result<Value, ExprError> {
    Ok(match expr {
        Expr::Number(number) => Value::Number(*number),
        Expr::Text(text) => Value::Text(text.clone()),
        Expr::Name(name) if name == "true" || name == "false" => Value::Truth(name == "true"),
        Expr::Name(name) => scope
            .get(name)
            .cloned()
            .ok_or_else(|| ExprError::Unknown(name.clone()))?,
        Expr::Not(inner) => Value::Truth(!truth("not", evaluate(inner, scope)?)?),
        Expr::Negate(inner) => {
            let value = number("-", evaluate(inner, scope)?)?;
            Value::Number(value.checked_neg().ok_or(ExprError::Overflow)?)
        }
        Expr::Binary(op, sides) => binary(*op, &sides.0, &sides.1, scope)?,
        Expr::Call(name, arguments) if name == "if" && arguments.len() == 3 => {
            let chosen = if truth("if", evaluate(&arguments[0], scope)?)? {
                1
            } else {
                2
            };
            evaluate(&arguments[chosen], scope)?
        }
        Expr::Call(name, arguments) => {
            let values: Result<Vec<_>, _> = arguments.iter().map(|a| evaluate(a, scope)).collect();
            call(name, &values?)?
        }
    })
}

fn binary(op: BinaryOp, left: &Expr, right: &Expr, scope: &Scope) -> Result<Value, ExprError> {
    let left = evaluate(left, scope)?;
    // and/or stop as soon as they know
    match op {
        BinaryOp::And if !truth("and", left.clone())? => return Ok(Value::Truth(false)),
        BinaryOp::Or if truth("or", left.clone())? => return Ok(Value::Truth(true)),
        BinaryOp::And | BinaryOp::Or => {
            return Ok(Value::Truth(truth("and/or", evaluate(right, scope)?)?));
        }
        _ => {}
    }
    let right = evaluate(right, scope)?;
    match op {
        BinaryOp::Equal => return Ok(Value::Truth(left == right)),
        BinaryOp::NotEqual => return Ok(Value::Truth(left != right)),
        _ => {}
    }
    let (a, b) = (number("an operator", left)?, number("an operator", right)?);
    let zero = b == Rational::ZERO;
    let computed = match op {
        BinaryOp::Less => return Ok(Value::Truth(a < b)),
        BinaryOp::LessEqual => return Ok(Value::Truth(a <= b)),
        BinaryOp::Greater => return Ok(Value::Truth(a > b)),
        BinaryOp::GreaterEqual => return Ok(Value::Truth(a >= b)),
        BinaryOp::Divide | BinaryOp::Modulo if zero => return Err(ExprError::DivisionByZero),
        BinaryOp::Add => a.checked_add(b),
        BinaryOp::Subtract => a.checked_sub(b),
        BinaryOp::Multiply => a.checked_mul(b),
        BinaryOp::Divide => a.checked_div(b),
        BinaryOp::Modulo => a
            .checked_div(b)
            .and_then(|q| q.floor().checked_mul(b))
            .and_then(|m| a.checked_sub(m)),
        BinaryOp::Power => {
            let exponent = whole("^", b)?;
            if a == Rational::ZERO && exponent < 0 {
                return Err(ExprError::DivisionByZero);
            }
            a.checked_pow(exponent)
        }
        BinaryOp::Or | BinaryOp::And | BinaryOp::Equal | BinaryOp::NotEqual => None,
    };
    computed.map(Value::Number).ok_or(ExprError::Overflow)
}

fn call(name: &str, arguments: &[Value]) -> Result<Value, ExprError> {
    let numbers = || {
        arguments
            .iter()
            .map(|v| number(name, v.clone()))
            .collect::<Result<Vec<_>, _>>()
    };
    let some = |value: Option<Rational>| value.map(Value::Number).ok_or(ExprError::Overflow);
    match (name, arguments) {
        ("gcd" | "lcm" | "min" | "max", [_, _, ..]) => {
            let all = numbers()?;
            let first = all[0];
            all[1..]
                .iter()
                .try_fold(first, |a, &b| pairwise(name, a, b))
                .map(Value::Number)
        }
        ("abs" | "floor" | "ceil" | "round" | "numerator" | "denominator", [value]) => {
            some(unary(name, number(name, value.clone())?))
        }
        ("is_whole", [value]) => Ok(Value::Truth(number(name, value.clone())?.is_whole())),
        ("terminates", [value]) => Ok(Value::Truth(
            number(name, value.clone())?.decimal_places().is_some(),
        )),
        ("plural", [count, one, many]) => {
            let is_one = number(name, count.clone())? == Rational::ONE;
            Ok(if is_one { one.clone() } else { many.clone() })
        }
        ("simplest" | "mixed" | "fraction" | "decimal" | "percent" | "money", [value]) => {
            show::formatted(name, number(name, value.clone())?)
        }
        _ => Err(ExprError::UnknownFunction {
            name: name.to_owned(),
            count: arguments.len(),
        }),
    }
}

fn pairwise(name: &str, a: Rational, b: Rational) -> Result<Rational, ExprError> {
    match name {
        "min" => Ok(a.min(b)),
        "max" => Ok(a.max(b)),
        _ => {
            let (x, y) = (whole(name, a)?, whole(name, b)?);
            let divisor = crate::rational::gcd(x, y).ok_or(ExprError::DivisionByZero)?;
            let value = if name == "gcd" {
                Some(divisor)
            } else {
                (x / divisor).checked_mul(y)
            };
            value
                .and_then(|v| Rational::new(v.checked_abs()?, 1))
                .ok_or(ExprError::Overflow)
        }
    }
}

fn unary(name: &str, x: Rational) -> Option<Rational> {
    match name {
        "abs" => x.checked_abs(),
        "floor" => Some(x.floor()),
        "ceil" => x.checked_neg()?.floor().checked_neg(),
        // half up, as taught: 2.5 -> 3
        "round" => Some(x.checked_add(Rational::new(1, 2)?)?.floor()),
        "numerator" => Rational::new(x.numerator(), 1),
        _ => Rational::new(x.denominator(), 1),
    }
}

fn number(what: &str, value: Value) -> Result<Rational, ExprError> {
    match value {
        Value::Number(number) => Ok(number),
        _ => Err(ExprError::WrongType {
            what: what.to_owned(),
            needs: "a number",
        }),
    }
}

fn truth(what: &str, value: Value) -> Result<bool, ExprError> {
    match value {
        Value::Truth(truth) => Ok(truth),
        _ => Err(ExprError::WrongType {
            what: what.to_owned(),
            needs: "true or false",
        }),
    }
}

fn whole(what: &str, value: Rational) -> Result<i128, ExprError> {
    if value.is_whole() {
        return Ok(value.numerator());
    }
    Err(ExprError::WrongType {
        what: what.to_owned(),
        needs: "a whole number",
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::expr::parse;

    fn scope() -> Scope {
        let mut scope = Scope::default();
        scope.set("a", Value::Number(Rational::whole(3)));
        scope.set("b", Value::Number(Rational::whole(4)));
        scope.set("shop.price", Value::Number(Rational::new(5, 4).unwrap()));
        scope.set("who", Value::Text("Ana".into()));
        scope
    }

    fn check(source: &str, expected: &str) {
        let value = parse(source).and_then(|expr| evaluate(&expr, &scope()));
        let printed = match value {
            Ok(Value::Number(n)) => n.to_string(),
            Ok(Value::Text(text)) => text,
            Ok(Value::Truth(truth)) => truth.to_string(),
            Ok(Value::Shown(math)) => math.plain(),
            Err(error) => format!("! {error}"),
        };
        assert_eq!(printed, expected, "{source}");
    }

    #[test]
    fn arithmetic_is_exact_and_binds_as_taught() {
        check("a/b + 1/6", "11/12");
        check("0.1 + 0.2", "3/10");
        check("2 + 3 * 4", "14");
        check("-2 ^ 2", "-4");
        check("2 ^ 3 ^ 2", "512");
        check("7 mod 4 + -7 mod 4", "4");
        check("shop.price * 4", "5");
        check("round(5/2) + floor(-1/2) + ceil(1/3)", "3");
        check("lcm(4, 6, 10) / gcd(12, 18)", "10");
    }

    #[test]
    fn logic_stops_when_it_knows() {
        check("a = 3 and not b < 4", "true");
        check("a = 3 or 1/0 = 1", "true");
        check("if(a > b, 'more', 'less')", "less");
        check("plural(a, 'apple', 'apples')", "apples");
        check("who = 'Ana'", "true");
    }

    #[test]
    fn layouts() {
        check("mixed(7/4)", "1 3/4");
        check("simplest(6/3)", "2");
        check("fraction(2)", "2/1");
        check("money(3/2)", "1.50");
        check("percent(0.125)", "12.5");
        check("decimal(1/3)", "! 1/3 has no finite decimal");
    }

    #[test]
    fn errors_say_what_and_where() {
        check("a +", "! 'a +' ends too early");
        check("a $ b", "! unexpected '$' at character 2 of 'a $ b'");
        check("a / (b - 4)", "! division by zero");
        check(
            "c + 1",
            "! no variable 'c' here: variables are drawn in order and may use only earlier ones",
        );
        check("who + 1", "! 'an operator' needs a number");
        check("frob(1)", "! no function 'frob' of 1 arguments");
        check("10 ^ 400", "! a number became too large");
        check(
            &"(".repeat(500),
            &format!("! '{}' is nested too deeply", "(".repeat(500)),
        );
    }
}
