use super::*;

/// `text` has the value of `expected`, which is written plainly.
fn same(text: &str, expected: &str) {
    assert!(
        read(text).same_value(&read(expected)),
        "{text} = {expected}"
    );
}

fn differ(text: &str, other: &str) {
    assert!(!read(text).same_value(&read(other)), "{text} ≠ {other}");
}

fn refused(text: &str, expected: AlgebraError) {
    let found = read_expression(text, &ReadOptions::default());
    assert_eq!(found, Err(expected), "{text}");
}

fn printed(text: &str, expected: &str) {
    let found = read(text).canonical().map(|c| c.to_string());
    assert_eq!(found.as_deref(), Some(expected), "{text}");
}

#[test]
fn every_way_to_write_a_product() {
    for text in [
        "2x",
        "2*x",
        "2 x",
        "2×x",
        "2·x",
        "2⋅x",
        "x·2",
        "x*2",
        "(2)(x)",
        "(2)x",
        "[2]{x}",
        "x+x",
        "2\u{2062}x",
    ] {
        same(text, "2x");
    }
    same("2(x+3)", "2x + 6");
    same("(x+1)(x-2)", "x^2 - x - 2");
    same("x y", "xy");
    same("3ab", "3*a*b");
    same("x(x+1)", "x^2+x");
    same("(x+1)x", "x^2+x");
}

#[test]
fn every_way_to_write_a_quotient() {
    for text in [
        "x/2", "x÷2", "x:2", "x⁄2", "x∕2", "1/2x", "½x", "½ x", "0.5x", ".5x", "1/2 x", "x*1/2",
        "(x)/(2)",
    ] {
        same(text, "(1/2)*x");
    }
    same("x/2y", "(x/2)*y");
    same("6÷2(1+2)", "9");
    same("1 3/4", "7/4");
    same("1¾", "7/4");
    same("-1 3/4", "-7/4");
    same("1 1/2x", "3/2*x");
    same("½²", "1/4");
    same("6/½", "12");
    same("x/1 1/2", "2x/3");
    same("1 -3/4", "1/4");
}

#[test]
fn every_way_to_write_a_power() {
    for text in [
        "x^2", "x**2", "x²", "xx", "x*x", "x^(2)", "x^{1+1}", "x^+2", "x ^ 2", "1/x^-2", "x⁺²",
        "x＾２",
    ] {
        same(text, "x·x");
    }
    same("x^-1", "1/x");
    same("x⁻¹", "1/x");
    same("-x^2", "-(x^2)");
    differ("-x^2", "(-x)^2");
    same("2^3^2", "512");
    same("x²y", "x*x*y");
    same("2x^2", "2*(x^2)");
    same("x^0", "1");
    same("x²^3", "x^6");
}

#[test]
fn signs_digits_and_brackets_of_many_scripts() {
    for minus in ['-', '−', '–', '—', '‐', '‑', '－', '﹣'] {
        same(&format!("x{minus}3"), "x+(0-3)");
        same(&format!("{minus}3 + x"), "x+(0-3)");
    }
    same("x - -3", "x + 3");
    same("x + -3", "x - 3");
    same("--x", "x");
    same("2*-3", "-6");
    same("x/-2", "-x/2");
    same("٣x + ۴", "3x+4");
    same("३x", "3x");
    same("３ｘ＋１", "3x+1");
    same("(𝑥+1)", "x+1");
    same("1,200x", "1200x");
    same("1,234.5", "1234.5");
    same("٣٫٥", "3.5");
    same("2{x+[1-(y)]}", "2x+2-2y");
    same("= 5x", "5x");
    same("5x.", "5x");
    same("\u{200E}5x\u{200F}", "5x");
    same("sqrt(16)x", "4x");
    same("√16x", "4x");
    same("√(9/4)", "1.5");
    same("SQRT 9", "3");
}

#[test]
fn values_of_numbers() {
    let value = |text: &str| read(text).value().map(|v| v.to_string());
    assert_eq!(value("3/4 + 1/4").as_deref(), Some("1"));
    assert_eq!(value("x - x + 2.5").as_deref(), Some("5/2"));
    assert_eq!(value("6x/(3x)").as_deref(), Some("2"));
    assert_eq!(value("-(x+1)/(2x+2)").as_deref(), Some("-1/2"));
    assert_eq!(value("x + 1"), None);
    assert_eq!(value("0x").as_deref(), Some("0"));
}

#[test]
fn equal_and_unequal() {
    same("(x+1)^2", "x^2+2x+1");
    same("(x^2-1)/(x-1)", "x+1");
    same("1/x + 1/y", "(x+y)/(xy)");
    same("(a+b)(a-b)", "a²-b²");
    same("x/3", "1/3x");
    same("0.1x+0.2x", "0.3x");
    differ("(x+1)^2", "x^2+1");
    differ("2(x+3)", "2x+3");
    differ("x/2y", "x/(2y)");
    differ("x", "X");
    differ("x", "y");
    differ("1/3", "0.33");
    differ("x²y", "xy²");
}

#[test]
fn too_large_for_exact_terms() {
    same("(a+b+c+d+e+f+g+h+i)^9", "(i+h+g+f+e+d+c+b+a)^9");
    differ("(a+b+c+d+e+f+g+h+i)^9", "(a+b+c+d+e+f+g+h-i)^9");
    same(
        "(99999999999999x+1)^12",
        "(1+99999999999999x)^6 (1+99999999999999x)^6",
    );
    differ("(99999999999999x+1)^12", "(99999999999998x+1)^12");
    differ("99999999^12", "99999999^12+1");
    refused(
        "1/((a+b+c+d+e+f+g)^9-(a+b+c+d+e+f+g)^9)",
        AlgebraError::ZeroDenominator,
    );
}

#[test]
fn every_cause_is_told() {
    use AlgebraError::*;
    for text in ["", "  ", "\u{200B}"] {
        refused(text, Empty);
    }
    refused(&"x".repeat(201), TooLong);
    refused("x+1)", UnexpectedSign { what: ')' });
    refused("2x = 3", UnexpectedSign { what: '=' });
    refused("3!", UnexpectedSign { what: '!' });
    refused("5%", UnexpectedSign { what: '%' });
    refused("1,5", UnexpectedSign { what: ',' });
    refused("1,20", UnexpectedSign { what: ',' });
    refused("2;3", UnexpectedSign { what: ';' });
    refused("2(x+3", OpenBracket);
    refused("2(", OpenBracket);
    refused("(x+3]", OpenBracket);
    refused("2()", EmptyBracket);
    for text in [
        "1/0", "1/(x-x)", "0^-1", "0^0", "1 3/0", "x/(2-2)", "(x-x)^-2", "2^(1/0)",
    ] {
        refused(text, ZeroDenominator);
    }
    refused("sqrt", MissingOperand { sign: '√' });
    refused("2x+", MissingOperand { sign: '+' });
    refused("2+*3", MissingOperand { sign: '+' });
    refused("*3", MissingOperand { sign: '*' });
    refused("(×3)", MissingOperand { sign: '×' });
    refused("(2+)", MissingOperand { sign: '+' });
    refused("x^", MissingOperand { sign: '^' });
    refused("√", MissingOperand { sign: '√' });
    refused("x⁻", MissingOperand { sign: '⁻' });
    refused("2 3", MissingSign { before: '2' });
    refused("x2", MissingSign { before: 'x' });
    refused("(x+1)2", MissingSign { before: ')' });
    refused("x^1/2+x^½", ExponentNotWhole);
    refused("2^x", ExponentNotWhole);
    refused("x^41", ExponentTooLarge);
    refused("x^-41", ExponentTooLarge);
    refused("x⁹⁹⁹⁹⁹⁹⁹", ExponentTooLarge);
    refused("√2", RootNotExact);
    refused("√x", RootNotExact);
    refused("√(-4)", RootNotExact);
    refused(&format!("{}x", "(".repeat(60)), TooComplicated);
    refused(&"-".repeat(200), TooComplicated);
    refused("((((x^12)^12)^12)^12)", TooComplicated);
    refused(&"9".repeat(60), TooComplicated);
}

#[test]
fn only_the_letters_asked_for_in_either_case() {
    let options = ReadOptions {
        letters: vec!['x', 'n'],
        ..ReadOptions::default()
    };
    let key = read("2x + n");
    for text in ["2x+n", "2X+N", "2х+n", "n + 2Х"] {
        assert!(
            read_expression(text, &options).unwrap().same_value(&key),
            "{text}"
        );
    }
    assert_eq!(
        read_expression("2y", &options),
        Err(AlgebraError::UnknownLetter('y'))
    );
    let both = ReadOptions {
        letters: vec!['x', 'X'],
        ..ReadOptions::default()
    };
    assert_eq!(read_expression("xX", &both).unwrap().letters(), ['X', 'x']);
}

#[test]
fn decimal_commas() {
    let options = ReadOptions {
        locale: Locale {
            decimal_comma: true,
        },
        ..ReadOptions::default()
    };
    let check = |text: &str, expected: &str| {
        let found = read_expression(text, &options).unwrap_or_else(|why| panic!("{text}: {why}"));
        assert!(found.same_value(&read(expected)), "{text}");
        assert!(
            read_expression(&found.math().plain(), &options)
                .unwrap()
                .same_value(&found),
            "{text}"
        );
    };
    check("1,5x", "3/2*x");
    check(",5", "1/2");
    check("1.200", "1200");
    check("1.5", "3/2");
    check("1.200,5", "2401/2");
    assert_eq!(
        read_expression("1.20.3", &options),
        Err(AlgebraError::UnexpectedSign { what: '.' })
    );
}

#[test]
fn prints_as_a_textbook_does() {
    printed("1 - 2x + 3x^2", "3x² − 2x + 1");
    printed("1x + -3", "x − 3");
    printed("-x+3", "−x + 3");
    printed("x/2 + 3/4", "(1/2)x + 3/4");
    printed("(x+y)^2", "x² + 2xy + y²");
    printed("(x+1)/(x-2)", "(x + 1)/(x − 2)");
    printed("(x^2-1)/(2x-2)", "(1/2)x + 1/2");
    printed("(x^2-1)/(x^2-2x+1)", "(x + 1)/(x − 1)");
    printed("3/x", "3/x");
    printed("6/(4x)", "3/(2x)");
    printed("1/(-x)", "−1/x");
    printed("x-x", "0");
    printed("(a²-b²)/(a-b)", "a + b");
    printed("ab/(bc)", "a/c");
    printed("x^12", "x¹²");
}

#[test]
fn shows_what_was_typed() {
    let check = |text: &str, expected: &str| assert_eq!(read(text).math().plain(), expected);
    check("1/2x", "1/2x");
    check("(x+1)/2", "(x + 1)/2");
    check("x^(1+1)", "x^(1 + 1)");
    check("2 × 3/4", "2 × 3/4");
    check("1 3/4", "1 3/4");
    check("1,200x²", "1,200x^2");
    assert_eq!(relation("1<x<=5").math().plain(), "1 < x ≤ 5");
}
