/// Moments as the debugger writes them, in UTC so that a session reads the same everywhere.
public enum DebuggerTime {
  private static let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
  /// Seconds from 1601 to 1970.
  private static let unixEpoch: Int64 = 11_644_473_600

  /// `Tue Jan 24 14:12:06 2017`: seconds since 1970.
  public static func text(unix seconds: Int64) -> String {
    let parts = Self.parts(seconds)
    return "\(parts.day) \(parts.time) \(parts.year)"
  }

  /// `Fri Feb 20 10:15:17.807 2015 (UTC + 0:00)`: 100 ns units since 1601.
  public static func text(fileTime: UInt64) -> String {
    let seconds = Int64(fileTime / 10_000_000) - unixEpoch
    let parts = Self.parts(seconds)
    let milliseconds = String(fileTime / 10_000 % 1000).leftPadded(3, with: "0")
    return "\(parts.day) \(parts.time).\(milliseconds) \(parts.year) (UTC + 0:00)"
  }

  /// A number as a time: seconds since 1970 when it fits in 32 bits, else a FILETIME.
  public static func text(ofNumber value: UInt64) -> String {
    if value <= 0xFFFF_FFFF { return text(unix: Int64(value)) }
    return value < 1 << 63 ? text(fileTime: value) : "***** Invalid FILETIME"
  }

  /// A span in 100 ns units: `0 days 1:31:58.931`.
  public static func span(_ units: UInt64) -> String {
    let seconds = units / 10_000_000
    let milliseconds = String(units / 10_000 % 1000).leftPadded(3, with: "0")
    return "\(seconds / 86400) days \(seconds / 3600 % 24):"
      + "\(two(Int64(seconds / 60 % 60))):\(two(Int64(seconds % 60))).\(milliseconds)"
  }

  /// `11/25/2026 14:47:03.250`: 100 ns units since 1601, or nil for a number that is no time.
  public static func shortText(fileTime: UInt64) -> String? {
    guard fileTime < 1 << 63 else { return nil }
    let seconds = Int64(fileTime / 10_000_000) - unixEpoch
    let day = seconds >= 0 ? seconds / 86400 : (seconds - 86399) / 86400
    let rest = seconds - day * 86400
    let (year, month, dayOfMonth) = date(day)
    let time = "\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))"
    let milliseconds = String(fileTime / 10_000 % 1000).leftPadded(3, with: "0")
    return "\(month)/\(two(dayOfMonth))/\(year) \(time).\(milliseconds)"
  }

  private static func two(_ value: Int64) -> String { String(value).leftPadded(2, with: "0") }

  private static func parts(_ seconds: Int64) -> (day: String, time: String, year: Int64) {
    let day = seconds >= 0 ? seconds / 86400 : (seconds - 86399) / 86400
    let rest = seconds - day * 86400
    let (year, month, dayOfMonth) = date(day)
    let name = days[Int(((day % 7) + 7) % 7)]
    let time = "\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))"
    let number = String(dayOfMonth).leftPadded(2)
    return ("\(name) \(months[month - 1]) \(number)", time, year)
  }

  /// The Gregorian date of a day counted from 1970-01-01.
  private static func date(_ day: Int64) -> (year: Int64, month: Int, day: Int64) {
    // Counted from 0000-03-01 in eras of 400 years, so that the leap day ends a year.
    let shifted = day + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let leaps = dayOfEra / 1460 - dayOfEra / 36_524 + dayOfEra / 146_096
    let yearOfEra = (dayOfEra - leaps) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let dayOfMonth = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, Int(month), dayOfMonth)
  }
}
