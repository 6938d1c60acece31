use std::env;

fn main() {
    let key = env::var("ORDERS_KEY").unwrap();
    let prices = vec![3, 5];
    println!("{} has {} prices", key, prices.len());
    let third: usize = key.len();
    println!("{}", prices[third]);
}
