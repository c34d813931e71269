print("crashcart")
