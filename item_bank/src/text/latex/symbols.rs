//! The commands that stand for one sign.

/// Functions and operators that are names.
pub(super) fn is_function(name: &str) -> bool {
    const NAMES: &str = " sin cos tan sec csc cot arcsin arccos arctan arcsec arccsc arccot sinh cosh tanh coth \
        log ln lg exp lim max min sup inf gcd lcm det dim deg arg ker mod ";
    NAMES
        .match_indices(name)
        .any(|(at, _)| NAMES[..at].ends_with(' ') && NAMES[at + name.len()..].starts_with(' '))
        && !name.is_empty()
}

/// Spacing, size and style: nothing that is read.
pub(super) fn is_silent(name: &str) -> bool {
    matches!(
        name,
        "," | ";"
            | ":"
            | "!"
            | " "
            | ">"
            | "\\"
            | "/"
            | "thinspace"
            | "enspace"
            | "displaystyle"
            | "textstyle"
            | "scriptstyle"
            | "limits"
            | "nolimits"
            | "big"
            | "Big"
            | "bigg"
            | "Bigg"
            | "bigl"
            | "bigr"
            | "Bigl"
            | "Bigr"
            | "biggl"
            | "biggr"
            | "middle"
            | "hline"
            | "nonumber"
            | "newline"
            | "rm"
            | "bf"
            | "it"
            | "mathstrut"
            | "strut"
    )
}

/// The mark above: a bar, a hat, an arrow.
pub(super) fn accent(name: &str) -> Option<&'static str> {
    Some(match name {
        "overline" | "bar" => "¯",
        "hat" | "widehat" => "^",
        "vec" | "overrightarrow" => "→",
        "overleftrightarrow" => "↔",
        "tilde" | "widetilde" => "~",
        "dot" => "˙",
        "ddot" => "¨",
        _ => return None,
    })
}

/// Names and their signs in turn. One text, because a table of slices or a match of 150 arms is
/// several times as much for a student's device to download.
const SYMBOLS: &str = "\
    alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta θ \
    iota ι kappa κ lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ upsilon υ phi φ varphi φ \
    chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Sigma Σ Phi Φ Psi Ψ Omega Ω Pi Π ell ℓ \
    hbar ℏ infty ∞ emptyset ∅ varnothing ∅ partial ∂ nabla ∇ angle ∠ measuredangle ∠ times × \
    ast × cdot · bullet · div ÷ pm ± mp ∓ le ≤ leq ≤ leqslant ≤ ge ≥ geq ≥ geqslant ≥ lt < gt > \
    ne ≠ neq ≠ approx ≈ sim ∼ simeq ≃ cong ≅ equiv ≡ propto ∝ to → rightarrow → \
    longrightarrow → gets ← leftarrow ← leftrightarrow ↔ Rightarrow ⇒ implies ⇒ \
    Leftrightarrow ⇔ iff ⇔ mapsto ↦ uparrow ↑ downarrow ↓ in ∈ notin ∉ subset ⊂ subseteq ⊆ \
    supset ⊃ supseteq ⊇ cup ∪ bigcup ∪ cap ∩ bigcap ∩ setminus ∖ land ∧ wedge ∧ lor ∨ vee ∨ \
    neg ¬ lnot ¬ forall ∀ exists ∃ perp ⊥ parallel ∥ triangle △ square □ therefore ∴ because ∵ \
    circ ∘ degree ° prime ′ ldots … cdots … dots … vdots … ddots … dotsc … sum ∑ prod ∏ int ∫ \
    iint ∬ oint ∮ mid | vert | lvert | rvert | | | Vert ‖ lVert ‖ rVert ‖ { { lbrace { } } \
    rbrace } lbrack [ rbrack ] langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ colon : \
    backslash ∖ % % $ $ & & # # _ _ - \u{2212} = =";

pub(super) fn symbol(name: &str) -> Option<&'static str> {
    let mut words = SYMBOLS.split(' ');
    while let (Some(known), Some(sign)) = (words.next(), words.next()) {
        if known == name {
            return Some(sign);
        }
    }
    None
}
