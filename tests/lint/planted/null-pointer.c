/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Wrong on purpose: reads through a pointer before it asks whether there is one. */
int planted_length (const int *numbers);

int
planted_length (const int *numbers)
{
  int first = *numbers;
  if (numbers == 0)
    return 0;
  return first;
}
