//! Common factors and real roots, by Euclid's algorithm.

use super::poly::{Budget, Poly, Trouble};

/// The greatest common factor of two polynomials that are not zero, without numbers. Complete
/// for one letter; for more, their common letters times one side where it divides the other.
pub(super) fn common_factor(
    left: &Poly,
    right: &Poly,
    budget: &mut Budget,
) -> Result<Poly, Trouble> {
    let (left, right) = (left.primitive(), right.primitive());
    if left.is_constant() || right.is_constant() {
        return Ok(Poly::constant(1));
    }
    let (mut a, mut b) = (left, right);
    if !in_one_letter(&a, &b) {
        let (x, y) = (a.common_letters(), b.common_letters());
        let shared = Poly::monomial(x.common(y));
        let (a, b) = (a.divided(1, x), b.divided(1, y));
        for (small, large) in [(&a, &b), (&b, &a)] {
            if large.divide(small, budget)?.1.is_zero() {
                return shared.times(small, budget);
            }
        }
        return Ok(shared);
    }
    while !b.is_zero() {
        let rest = a.divide(&b, budget)?.1.primitive();
        (a, b) = (b, rest);
    }
    Ok(a)
}

/// Whether two equations in one letter, each a polynomial that is not zero set to 0, have the
/// same real solutions.
pub(super) fn same_real_roots(
    left: &Poly,
    right: &Poly,
    budget: &mut Budget,
) -> Result<bool, Trouble> {
    let (left, right) = (simple_roots(left, budget)?, simple_roots(right, budget)?);
    let common = common_factor(&left, &right, budget)?;
    let left = left.divide(&common, budget)?.0.primitive();
    let right = right.divide(&common, budget)?.0.primitive();
    Ok(real_roots(&left, budget)? == 0 && real_roots(&right, budget)? == 0)
}

/// `poly` without the roots of `other`.
pub(super) fn without_roots_of(
    poly: &Poly,
    other: &Poly,
    budget: &mut Budget,
) -> Result<Poly, Trouble> {
    let mut poly = poly.primitive();
    loop {
        let common = common_factor(&poly, other, budget)?;
        if common.is_constant() {
            return Ok(poly);
        }
        poly = poly.divide(&common, budget)?.0.primitive();
    }
}

/// Each root once.
fn simple_roots(poly: &Poly, budget: &mut Budget) -> Result<Poly, Trouble> {
    let slope = poly.slope()?;
    if slope.is_zero() {
        return Ok(poly.primitive());
    }
    let common = common_factor(poly, &slope, budget)?;
    Ok(poly.divide(&common, budget)?.0.primitive())
}

/// How many different real roots a polynomial in one letter has (Sturm 1829).
fn real_roots(poly: &Poly, budget: &mut Budget) -> Result<usize, Trouble> {
    let (mut a, mut b) = (poly.clone(), poly.slope()?);
    let mut chain = vec![ends(&a)];
    while !b.is_zero() {
        chain.push(ends(&b));
        let rest = a.divide(&b, budget)?.1;
        // a positive number may go, the sign may not
        let rest = rest.primitive().scaled(-rest.leading().signum(), budget)?;
        (a, b) = (b, rest);
    }
    let changes = |side: fn(&(i128, i128)) -> i128| {
        let pairs = chain.windows(2);
        pairs.filter(|w| side(&w[0]) != side(&w[1])).count()
    };
    Ok(changes(|e| e.0).saturating_sub(changes(|e| e.1)))
}

/// Its signs far to the left and far to the right.
fn ends(poly: &Poly) -> (i128, i128) {
    let right = poly.leading().signum();
    let left = if poly.degree().is_multiple_of(2) {
        right
    } else {
        -right
    };
    (left, right)
}

fn in_one_letter(left: &Poly, right: &Poly) -> bool {
    let mut places = [left.letter_places(), right.letter_places()].concat();
    places.sort_unstable();
    places.dedup();
    places.len() == 1
}
