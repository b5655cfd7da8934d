#pragma once

#include <QString>

namespace motcua::paper {

/// Whether a printer's "printer-state-reasons" keyword means that nothing comes out until somebody has been at the printer. By RFC 8011
/// §5.4.12: "-error" and a keyword without a severity do, "-warning" and "-report" do not; neither does what the spooler says of its own
/// work ("connecting-to-device", "cups-…").
bool stopsPrinting(const QString& reason);

}
