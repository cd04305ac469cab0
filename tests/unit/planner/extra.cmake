# Every plan of these tests is audited too.
foreach (short priorities rules-starts rules-pins rules-coaches rules-experts)
  set (LINK_${short} gp_audit)
endforeach ()
