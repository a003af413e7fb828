use super::*;

fn same(left: &str, right: &str) {
    for compare in [Compare::SameEquation, Compare::SameSolutions] {
        let (a, b) = (relation(left), relation(right));
        assert!(
            a.same(&b, compare) && b.same(&a, compare),
            "{left} ~ {right} {compare:?}"
        );
    }
}

fn differ(left: &str, right: &str) {
    for compare in [Compare::SameEquation, Compare::SameSolutions] {
        let (a, b) = (relation(left), relation(right));
        assert!(
            !a.same(&b, compare) && !b.same(&a, compare),
            "{left} !~ {right} {compare:?}"
        );
    }
}

/// The same solutions, but another equation.
fn only_solutions(left: &str, right: &str) {
    let (a, b) = (relation(left), relation(right));
    assert!(
        a.same(&b, Compare::SameSolutions) && b.same(&a, Compare::SameSolutions),
        "{left} ~ {right}"
    );
    assert!(!a.same(&b, Compare::SameEquation), "{left} !~ {right}");
}

fn refused(text: &str, expected: AlgebraError) {
    assert_eq!(
        read_relation(text, &ReadOptions::default()),
        Err(expected),
        "{text}"
    );
}

#[test]
fn inequalities() {
    for text in [
        "x > 3",
        "3<x",
        "2x>6",
        "-x < -3",
        "x + 1 > 4",
        "x/2 > 1.5",
        "3 − x < 0",
        "x＞3",
        "(x-3)/-2<0",
    ] {
        same("x>3", text);
    }
    for text in [
        "x>=3",
        "x ≥ 3",
        "x => 3",
        "x > = 3",
        "x ⩾ 3",
        "3 <= x",
        "3 =< x",
        "-x ≤ -3",
    ] {
        same("x ≥ 3", text);
    }
    for text in [
        "x > 3",
        "x ≤ 3",
        "x < 3",
        "x = 3",
        "x ≠ 3",
        "-x ≥ -3.1",
        "x ≥ -3",
        "-x >= -3",
        "y ≥ 3",
    ] {
        differ("x ≥ 3", text);
    }
    same("x ≠ 3", "3 != x");
    same("x =/= 3", "2x <> 6");
    same("x<-3", "-x>3");
    same("1 < 2", "0 < 5");
    differ("1 < 2", "2 < 1");
    same("x^2 > 4", "4 < x^2");
    differ("1/x > 2", "1 > 2x");
}

#[test]
fn equations() {
    for text in [
        "7 = 2x+1",
        "4x+2=14",
        "2x = 6",
        "x=3",
        "x - 3 = 0",
        "0 = 3 - x",
        "x == 3",
        "2(x+1) = 8",
    ] {
        same("2x + 1 = 7", text);
    }
    differ("2x+1=7", "2x+1=8");
    differ("2x+1=7", "2x-1=7");
    same("y = 2x + 3", "y - 2x = 3");
    same("y = 2x + 3", "2x = y - 3");
    differ("y = 2x + 3", "y = 3x + 2");
    same("x=x", "0 = 0");
    same("1 = 2", "3 = 5");
    differ("x = x", "1 = 2");
    same("(a+b+c+d+e+f+g+h+i)^9 > 0", "-2(a+b+c+d+e+f+g+h+i)^9 < 0");
    differ("(a+b+c+d+e+f+g+h+i)^9 > 0", "-2(a+b+c+d+e+f+g+h+i)^9 > 0");
    differ("(a+b+c+d+e+f+g+h+i)^9 > 0", "(a+b+c+d+e+f+g+h+i)^8 > 0");
}

#[test]
fn solutions() {
    only_solutions("x^3 = 8", "x = 2");
    only_solutions("(x-1)^2 = 0", "x = 1");
    only_solutions("x^2 + 1 = 0", "1 = 2");
    only_solutions("1/x = 1/3", "x = 3");
    same("(x^2-9)/(x-3) = 0", "x = -3");
    only_solutions("x^2/(x-3)^2 = 9/(x-3)^2", "x = -3");
    only_solutions("x^2 = -1", "x^4 + 1 = 0");
    same("x^2 = 9", "(x-3)(x+3) = 0");
    differ("x^2 = 9", "x = 3");
    differ("x^2 = 9x", "x = 9");
    differ("x^2 = 2", "x^2 = 3");
    differ("x^3 = 8", "x^2 = 4");
    only_solutions("x^2 != 0", "x ≠ 0");
}

#[test]
fn chains() {
    same("1 < x ≤ 5", "5 ≥ x > 1");
    same("1 < x ≤ 5", "2 < 2x <= 10");
    same("1 < x ≤ 5", "-1 > -x ≥ -5");
    same("1 < x ≤ 5", "0 < x - 1 ≤ 4");
    differ("1 < x ≤ 5", "1 ≤ x < 5");
    differ("1 < x ≤ 5", "1 < x ≤ 6");
    differ("1 < x ≤ 5", "x > 1");
}

#[test]
fn refusals() {
    use AlgebraError::*;
    refused("2x+1", NoRelationSign);
    refused("x = 2 = 3", TooManyRelationSigns);
    refused("1 < x > 5", TooManyRelationSigns);
    refused("1 < x < 5 < 7", TooManyRelationSigns);
    refused("1 < x = 5", TooManyRelationSigns);
    refused("x =", MissingOperand { sign: '=' });
    refused("> 3", MissingOperand { sign: '>' });
    refused("x << 3", UnexpectedSign { what: '<' });
    refused("x = 1/0", ZeroDenominator);
    refused("(x = 3)", OpenBracket);
    refused("", Empty);
}

#[test]
fn solved_for() {
    let check = |text: &str, expected: bool| {
        assert_eq!(relation(text).is_solved_for('x'), expected, "{text}");
    };
    for text in [
        "x = 3",
        "3 = x",
        "x > -2",
        "3/4 < x",
        "x=1 1/2",
        "x = 0",
        "1 < x ≤ 5",
        "x = 2y + 1",
    ] {
        check(text, true);
    }
    for text in [
        "2x = 6",
        "x = 6/2",
        "-x = 3",
        "x = 2 + 1",
        "x + 0 = 3",
        "x = x",
        "y = 3",
        "x = 2/4",
    ] {
        check(text, false);
    }
}
