module "site" {
  source   = "./bucket"
  for_each = toset(["a", "b"])
  name     = each.key
}
