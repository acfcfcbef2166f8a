environments = ["prod"]
extra = "overwritten by the automatic files"
