;; The dot products of many int8 rows with one int16 question, four 16-bit products at a time.
;; `node scripts/assemble-dots.ts` writes the assembled bytes into dots-wasm.ts.
(module
  (import "outpost" "memory" (memory 1))
  ;; at: the first row; count: rows; steps: a row's length in bytes, divided by 16; question: int16 a dimension;
  ;; out: int32 a row. All addresses are multiples of 16.
  (func (export "dots")
    (param $at i32) (param $count i32) (param $steps i32) (param $question i32) (param $out i32)
    (local $low v128) (local $high v128) (local $row v128) (local $step i32) (local $q i32)
    (block $done
      (loop $rows
        (br_if $done (i32.eqz (local.get $count)))
        (local.set $low (v128.const i32x4 0 0 0 0))
        (local.set $high (v128.const i32x4 0 0 0 0))
        (local.set $q (local.get $question))
        (local.set $step (local.get $steps))
        (loop $next
          (local.set $row (v128.load (local.get $at)))
          (local.set $low
            (i32x4.add
              (local.get $low)
              (i32x4.dot_i16x8_s
                (i16x8.extend_low_i8x16_s (local.get $row))
                (v128.load (local.get $q)))))
          (local.set $high
            (i32x4.add
              (local.get $high)
              (i32x4.dot_i16x8_s
                (i16x8.extend_high_i8x16_s (local.get $row))
                (v128.load offset=16 (local.get $q)))))
          (local.set $at (i32.add (local.get $at) (i32.const 16)))
          (local.set $q (i32.add (local.get $q) (i32.const 32)))
          (local.set $step (i32.sub (local.get $step) (i32.const 1)))
          (br_if $next (local.get $step)))
        (local.set $low (i32x4.add (local.get $low) (local.get $high)))
        (i32.store
          (local.get $out)
          (i32.add
            (i32.add
              (i32x4.extract_lane 0 (local.get $low))
              (i32x4.extract_lane 1 (local.get $low)))
            (i32.add
              (i32x4.extract_lane 2 (local.get $low))
              (i32x4.extract_lane 3 (local.get $low)))))
        (local.set $out (i32.add (local.get $out) (i32.const 4)))
        (local.set $count (i32.sub (local.get $count) (i32.const 1)))
        (br $rows)))))
