package main

import (
	"fmt"
	"net"
	"os"
)

func main() {
	if os.Getenv("ORDERS_DB") == "" {
		var prices map[string]int
		fmt.Println("loading prices")
		prices["tea"] = 3
	}
	conn, err := net.Dial("tcp", os.Getenv("ORDERS_DB"))
	if err != nil {
		panic(err)
	}
	defer conn.Close()
}
