use proptest::prelude::*;

use super::*;

fn check(source: &str, expected: &str) {
    let read = read_latex(source);
    let printed = read.map_or_else(|e| format!("! {e}"), |math| math.plain());
    assert_eq!(printed, expected, "{source}");
}

#[test]
fn what_schoolbooks_write() {
    check(r"\frac{3}{4}+\dfrac12", "3/4 + 1/2");
    check(r"2\frac{3}{4}", "2 3/4");
    check(r"\frac{x+1}{3y}", "(x + 1)/(3y)");
    check(r"x^{10}_1 y_2^3", "x_1^10y_2^3");
    check(r"\frac{0}{\frac{-5}{2}}x^{\frac13}", "0/((−5)/2)x^(1/3)");
    check(r"\sqrt{x-4}", "√(x − 4)");
    check(r"\sqrt[3]{8}", "root(3, 8)");
    check(r"\left(5-2x\right)^{-3}", "(5 − 2x)^(−3)");
    check(r"\left\{1,200\right.", "{1, 200");
    check("1,200.50", "1,200.50");
    check("f(1,200)", "f(1, 200)");
    check(r"\text{if } x \neq 0", "if x ≠ 0");
    check(r"\log_{4}\left(x\right)+\sin x", "log_4(x) + sin x");
    check(r"90^\circ, 45^{\circ}", "90°, 45°");
    check(r"(-\infty,2) \cup [3,\infty)", "(−∞, 2) ∪ [3, ∞)");
    check(r"\lim_{x\to0} f'(x)", "lim_(x → 0) f^′(x)");
    check(r"\overline{AB} \parallel \vec{v}", "(AB)¯ ∥ v→");
    check(r"\mathbb{R}, \operatorname{sec}x", "ℝ, sec x");
    check(r"\operatorname{1.5}\left(x+10\right)", "1.5(x + 10)");
    check(r"\color{red}{x}=\$5\%", "x = $5%");
    check("2*x=?", "2 × x = ?");
    check("x=___", "x = ?");
    check("", "");
}

#[test]
fn tables() {
    check(
        r"\begin{bmatrix} 1 & -2 \\ 3 & \frac{1}{2} \\ \end{bmatrix}",
        "[1, −2; 3, 1/2]",
    );
    check(
        r"f=\begin{cases} x & x>0 \\ 0 & \text{else} \end{cases}",
        "f = {x, x > 0; 0, else",
    );
    check(r"\begin{array}{c|c} 1 & 2 \end{array}", "1, 2");
}

#[test]
fn what_is_wrong_is_named() {
    check(r"\foo{x}", r"! LaTeX: \foo is not known here");
    check(
        r"\begin{tikz}x\end{tikz}",
        r"! LaTeX: \begin{tikz} is not known here",
    );
    check("{x", "! LaTeX: a { without its }");
    check("x}", "! LaTeX: a } without its {");
    check(r"\left(x", r"! LaTeX: \left without its \right");
    check(r"x\right)", r"! LaTeX: \right without its pair");
    check(
        r"\frac{1}",
        "! LaTeX: something is missing after ^, _ or a command",
    );
    check(
        "x^",
        "! LaTeX: something is missing after ^, _ or a command",
    );
    check("x^2^3", "! LaTeX: two ^ or two _ in a row: group with { }");
    check("a & b", "! LaTeX: & outside a table");
    check(
        r"\begin{bmatrix}1\end{pmatrix}",
        r"! LaTeX: \begin{bmatrix} is closed by another \end",
    );
    check(&"{".repeat(100_000), "! LaTeX: it is nested too deeply");
    check(
        &r"\frac".repeat(100_000),
        "! LaTeX: it is nested too deeply",
    );
    check(&r"\sqrt[".repeat(100), "! LaTeX: it is nested too deeply");
}

proptest! {
    #[test]
    fn no_text_is_too_much(source in r"(\\(frac|sqrt|left|right|begin|end|text|sum|foo)|[{}()\[\]^_&\\ $']|\{bmatrix\}|[a-z0-9.,]){0,60}") {
        if let Ok(math) = read_latex(&source) {
            let _ = (math.plain(), math.spoken());
        }
    }

    #[test]
    fn no_character_is_too_much(source in any::<String>()) {
        let _ = read_latex(&source);
    }

    #[test]
    fn a_grouped_formula_reads_the_same(n in 0u32..9999, d in 1u32..99) {
        let plain = read_latex(&format!(r"\frac{{{n}}}{{{d}}}")).unwrap();
        let grouped = read_latex(&format!(r"{{{{\frac {{ {n} }} {{{d}}}}}}}")).unwrap();
        prop_assert_eq!(plain, grouped);
    }
}
