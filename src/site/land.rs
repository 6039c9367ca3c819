//! The outline of the world's land: one file that every map of the site refers to.

use std::fmt::Write as _;

/// One path on a grid of 720 × 360 half degrees: x runs from 180° west, y from the north pole.
const LAND: &str = include_str!("../../models/reference/land_110m_720.svgpath");

/// Half degrees between two lines of the net.
const NET: usize = 30;

/// The drawing's symbols: `land`, and `net`, the lines of longitude and latitude. It has no borders. How
/// wide the net's lines are is said where it is used.
pub fn drawing() -> Vec<u8> {
    let mut net = String::new();
    for at in (NET..720).step_by(NET) {
        write!(net, "M{at} 0V360").expect("writing to a string succeeds");
    }
    for at in (NET..360).step_by(NET) {
        write!(net, "M0 {at}H720").expect("writing to a string succeeds");
    }
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\">\n\
         <!-- Land by Natural Earth, public domain. -->\n\
         <symbol id=\"land\" viewBox=\"0 0 720 360\"><path d=\"{}\"/></symbol>\n\
         <symbol id=\"net\" viewBox=\"0 0 720 360\"><path d=\"{net}\" fill=\"none\" stroke=\"currentColor\"/></symbol>\n\
         </svg>\n",
        LAND.trim_end()
    )
    .into_bytes()
}
