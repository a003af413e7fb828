//! Tokens to a tree.

use super::AlgebraError;
use super::lexer::{Kind, Token};
use super::poly::{Budget, Trouble};
use super::ratio::Ratio;
use super::tree::{Joint, Node};
use crate::Rational;

/// Brackets, roots, exponents and second signs inside one another: deep enough for any student,
/// shallow enough for any stack.
const MAX_DEPTH: u8 = 24;
const MAX_EXPONENT: i16 = 40;

pub(super) fn parse(tokens: &[Token]) -> Result<Node, AlgebraError> {
    let mut parser = Parser {
        tokens,
        at: 0,
        depth: 0,
        budget: Budget::new(),
    };
    let node = parser.sum()?;
    match tokens.get(parser.at) {
        None => Ok(node),
        Some(token) => Err(AlgebraError::UnexpectedSign { what: token.sign }),
    }
}

struct Parser<'a> {
    tokens: &'a [Token],
    at: usize,
    depth: u8,
    /// For what is worked out while reading: exponents and roots.
    budget: Budget,
}

impl Parser<'_> {
    fn sum(&mut self) -> Result<Node, AlgebraError> {
        let mut terms = Vec::new();
        loop {
            let negative = self.eat(&Kind::Minus);
            let signed = negative || self.eat(&Kind::Plus);
            if !signed && !terms.is_empty() {
                break;
            }
            terms.push((negative, self.product()?));
        }
        Ok(match terms.pop() {
            Some((false, only)) if terms.is_empty() => only,
            last => {
                terms.extend(last);
                Node::Sum(terms)
            }
        })
    }

    fn product(&mut self) -> Result<Node, AlgebraError> {
        let first = self.signed_factor()?;
        let mut factors = vec![(Joint::Beside, first)];
        while let Some(token) = self.peek() {
            let joint = match token.kind {
                Kind::Times if token.sign == '×' => Joint::Times('×'),
                Kind::Times => Joint::Times('·'),
                Kind::Divide => Joint::Divide,
                Kind::Slash => Joint::Over,
                Kind::Letter(_) | Kind::Open(_) | Kind::Root => Joint::Beside,
                Kind::Number { .. } | Kind::Vulgar { .. } => {
                    let before = self.before().unwrap_or(' ');
                    return Err(AlgebraError::MissingSign { before });
                }
                _ => break,
            };
            let factor = if joint == Joint::Beside {
                self.power()?
            } else {
                self.at += 1;
                self.signed_factor()?
            };
            factors.push((joint, factor));
        }
        Ok(match factors.pop() {
            Some((_, only)) if factors.is_empty() => only,
            last => {
                factors.extend(last);
                Node::Product(factors)
            }
        })
    }

    fn signed_factor(&mut self) -> Result<Node, AlgebraError> {
        if self.eat(&Kind::Minus) {
            let inner = self.deeper(Self::signed_factor)?;
            return Ok(Node::Negate(Box::new(inner)));
        }
        if self.eat(&Kind::Plus) {
            return self.deeper(Self::signed_factor);
        }
        self.power()
    }

    fn power(&mut self) -> Result<Node, AlgebraError> {
        let base = self.mixed().map_or_else(|| self.atom(), Ok)?;
        self.raised(base)
    }

    /// The exponents of `base`.
    fn raised(&mut self, mut base: Node) -> Result<Node, AlgebraError> {
        while let Some(&Kind::Raised(exponent)) = self.peek().map(|token| &token.kind) {
            self.at += 1;
            let value = Rational::whole(i64::from(exponent));
            let digits = exponent.to_string().replace('-', "\u{2212}");
            let written = Node::Number { value, digits };
            base = raise(base, exponent, written)?;
        }
        if !self.eat(&Kind::Caret) {
            return Ok(base);
        }
        let written = self.deeper(Self::exponent)?;
        let exponent = match self.constant(&written) {
            Ok(Some(value)) if value.is_whole() => value.numerator(),
            Ok(_) => return Err(AlgebraError::ExponentNotWhole),
            Err(Trouble::ZeroDenominator) => return Err(AlgebraError::ZeroDenominator),
            Err(Trouble::TooBig) => return Err(AlgebraError::ExponentTooLarge),
        };
        let exponent = i16::try_from(exponent).map_err(|_| AlgebraError::ExponentTooLarge)?;
        raise(base, exponent, written)
    }

    /// A signed atom with its own powers: they bind to the right, 2^3^2 = 2^9.
    fn exponent(&mut self) -> Result<Node, AlgebraError> {
        if self.eat(&Kind::Minus) {
            let inner = self.deeper(Self::exponent)?;
            return Ok(Node::Negate(Box::new(inner)));
        }
        if self.eat(&Kind::Plus) {
            return self.deeper(Self::exponent);
        }
        let base = self.atom()?;
        self.raised(base)
    }

    /// `1 3/4` and `1½`, unless a power follows and it is not clear of what.
    fn mixed(&mut self) -> Option<Node> {
        let rest = &self.tokens[self.at..];
        let whole = whole_number(rest.first()?)?;
        let (top, bottom, width) = match rest.get(1)? {
            token if token.spaced && whole_number(token).is_some() => {
                let over = rest.get(2)?.kind == Kind::Slash;
                let bottom = whole_number(rest.get(3)?).filter(|_| over)?;
                (whole_number(token)?, bottom, 4)
            }
            token => match token.kind {
                Kind::Vulgar { top, bottom } => (top, bottom, 2),
                _ => return None,
            },
        };
        let follows = rest.get(width).map(|token| &token.kind);
        if matches!(follows, Some(Kind::Caret | Kind::Raised(_))) {
            return None;
        }
        self.at += width;
        Some(Node::Fraction {
            whole: Some(whole),
            top,
            bottom,
        })
    }

    fn atom(&mut self) -> Result<Node, AlgebraError> {
        let Some(token) = self.peek() else {
            let sign = self.before().unwrap_or(' ');
            return Err(match self.previous() {
                Some(Kind::Open(_)) => AlgebraError::OpenBracket,
                _ => AlgebraError::MissingOperand { sign },
            });
        };
        let token = token.clone();
        self.at += 1;
        Ok(match token.kind {
            Kind::Number { value, digits } => Node::Number { value, digits },
            Kind::Vulgar { top, bottom } => Node::Fraction {
                whole: None,
                top,
                bottom,
            },
            Kind::Letter(letter) => Node::Letter(letter),
            Kind::Open(bracket) => {
                let inner = self.deeper(Self::sum)?;
                if !self.eat(&Kind::Close(bracket)) {
                    return Err(AlgebraError::OpenBracket);
                }
                Node::Group(Box::new(inner))
            }
            Kind::Root => {
                let inner = self.deeper(Self::atom)?;
                let value = match self.constant(&inner) {
                    Ok(value) => value.and_then(square_root),
                    Err(Trouble::ZeroDenominator) => return Err(AlgebraError::ZeroDenominator),
                    Err(Trouble::TooBig) => None,
                };
                let value = value.ok_or(AlgebraError::RootNotExact)?;
                let inner = Box::new(inner);
                Node::Root { value, inner }
            }
            _ => {
                self.at -= 1;
                return Err(self.no_operand(&token));
            }
        })
    }

    /// Why `token` cannot stand where a number, letter or bracket should.
    fn no_operand(&self, token: &Token) -> AlgebraError {
        let closes = matches!(token.kind, Kind::Close(_));
        match self.previous() {
            Some(Kind::Open(_)) if closes => AlgebraError::EmptyBracket,
            None | Some(Kind::Open(_)) if !closes => {
                AlgebraError::MissingOperand { sign: token.sign }
            }
            None => AlgebraError::UnexpectedSign { what: token.sign },
            Some(_) => AlgebraError::MissingOperand {
                sign: self.before().unwrap_or(' '),
            },
        }
    }

    fn constant(&mut self, node: &Node) -> Result<Option<Rational>, Trouble> {
        let mut letters = Vec::new();
        node.collect_letters(&mut letters);
        Ok(Ratio::of(node, &letters, &mut self.budget)?.constant())
    }

    fn deeper(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<Node, AlgebraError>,
    ) -> Result<Node, AlgebraError> {
        if self.depth == MAX_DEPTH {
            return Err(AlgebraError::TooComplicated);
        }
        self.depth += 1;
        let node = read(self);
        self.depth -= 1;
        node
    }

    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at)
    }

    fn previous(&self) -> Option<&Kind> {
        let token = self.tokens.get(self.at.checked_sub(1)?)?;
        Some(&token.kind)
    }

    /// The character before the current token.
    fn before(&self) -> Option<char> {
        let token = self.tokens.get(self.at.checked_sub(1)?)?;
        Some(token.sign)
    }

    fn eat(&mut self, kind: &Kind) -> bool {
        let there = self.peek().is_some_and(|token| token.kind == *kind);
        self.at += usize::from(there);
        there
    }
}

fn raise(base: Node, exponent: i16, written: Node) -> Result<Node, AlgebraError> {
    if !(-MAX_EXPONENT..=MAX_EXPONENT).contains(&exponent) {
        return Err(AlgebraError::ExponentTooLarge);
    }
    Ok(Node::Power {
        base: Box::new(base),
        exponent,
        written: Box::new(written),
    })
}

/// A number written in digits alone.
fn whole_number(token: &Token) -> Option<i128> {
    match &token.kind {
        Kind::Number { value, digits } if value.is_whole() => {
            let plain = digits.chars().all(|c| c.is_ascii_digit());
            plain.then(|| value.numerator())
        }
        _ => None,
    }
}

/// The root that is not negative, when it is a fraction.
fn square_root(square: Rational) -> Option<Rational> {
    let top = u128::try_from(square.numerator()).ok()?;
    let bottom = u128::try_from(square.denominator()).ok()?;
    let whole = |square: u128| {
        let root = square.isqrt();
        (root * root == square).then(|| i128::try_from(root).ok())?
    };
    Rational::new(whole(top)?, whole(bottom)?)
}
