import java.util.Map;

class Orders {
  static int price(Map<String, Integer> prices, String article) {
    return prices.get(article);
  }

  public static void main(String[] args) {
    if (System.getenv("ORDERS_KEY") == null) {
      throw new IllegalStateException("environment variable ORDERS_KEY is not set");
    }
    try {
      price(Map.of("tea", 3), "coffee");
    } catch (NullPointerException missing) {
      throw new RuntimeException("the price list is not whole", missing);
    }
  }
}
