namespace Plenum.Published.Tests;
