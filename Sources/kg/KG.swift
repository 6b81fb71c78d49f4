@main struct KG { static func main() {} }
